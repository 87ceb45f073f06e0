import keras
from keras import layers, ops


def network(inputs, targets, initializer, features, beta):
    """Intrinsic curiosity module: features that tell the action, and a forward model of these features.

    Args:
        features: length of phi.
        beta: weight of the forward error against the inverse.

    Source: Pathak et al. 2017, equations 2 to 7; the policy is left out, a random agent explores.
    """

    def kernels(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    before = keras.Input(inputs["before"].shape, name="before")  # (b, 8, 8, 2)
    after = keras.Input(inputs["after"].shape, name="after")
    action = keras.Input((), dtype="int32", name="action")  # (b)
    phi = keras.Sequential(
        [
            layers.Conv2D(16, 3, strides=2, padding="same", activation="elu", **kernels(18)),  # (b, 4, 4, 16)
            layers.Flatten(),
            layers.Dense(features, **kernels(256)),
        ],
        name="phi",
    )
    here, there = phi(before), phi(after)  # (b, features)
    x = layers.Concatenate()([here, there])
    x = layers.Dense(64, activation="relu", name="inverse_hidden", **kernels(2 * features))(x)
    logits = layers.Dense(targets.classes, name="inverse", **kernels(64))(x)  # (b, 4)
    taken = layers.CategoryEncoding(targets.classes, output_mode="one_hot", name="taken")(ops.expand_dims(action, -1))
    x = layers.Concatenate()([here, taken])
    x = layers.Dense(64, activation="relu", name="forward_hidden", **kernels(features + 4))(x)
    guess = layers.Dense(features, name="forward", **kernels(64))(x)  # (b, features)
    return ICM(
        {"before": before, "after": after, "action": action}, ForwardError(beta)([logits, guess, there]), beta=beta
    )


class ForwardError(layers.Layer):
    """Adds beta / 2 |guess - phi(after)|² to the loss, and hands on the inverse model's logits."""

    def __init__(self, beta, **options):
        super().__init__(**options)
        self.beta = beta

    def call(self, given):
        logits, guess, there = given
        error = 0.5 * ops.sum(ops.square(guess - there), axis=-1)  # (b)
        self.add_loss(self.beta * ops.mean(error))
        return logits


class ICM(keras.Model):
    """Weighs the inverse model's loss by 1 - beta, beside the forward model's, which a layer adds."""

    def __init__(self, *args, beta=0.2, **options):
        super().__init__(*args, **options)
        self.beta = beta

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        inverse = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)
        return (1 - self.beta) * ops.mean(inverse) + sum(self.losses)
