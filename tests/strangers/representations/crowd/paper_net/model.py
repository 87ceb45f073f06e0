import keras
from keras import layers, ops


def crowd_answers(shares, matrices):
    """What each annotator makes of the classes' probabilities: (b, c), (r, c, c) → (b, r, c), row by given class."""
    return ops.einsum("rij,bj->bri", matrices, shares)


class CrowdLayer(layers.Layer):
    """A matrix an annotator, which starts as the identity: at first each is believed."""

    def __init__(self, annotators, **kwargs):
        super().__init__(**kwargs)
        self.annotators = annotators

    def build(self, shape):
        identities = keras.initializers.Constant(ops.tile(ops.eye(shape[-1])[None], (self.annotators, 1, 1)))
        self.matrices = self.add_weight(shape=(self.annotators, shape[-1], shape[-1]), initializer=identities)

    def call(self, shares):
        return crowd_answers(shares, self.matrices)


def network(inputs, targets, initializer, units, dropout):
    """A classifier, whose probabilities are scored, and behind them the annotators, who are learnt from."""
    image = keras.Input(inputs.shape, name="image")  # (b, 64)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=image.shape[-1]),
        name="hidden",
    )(image)  # (b, 128)
    x = layers.Dropout(dropout, name="dropout")(x)
    digit = layers.Dense(
        targets["digit"].classes,
        activation="softmax",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="digit",
    )(x)  # (b, 10)
    crowd = CrowdLayer(targets["crowd"].shape[0], name="crowd")(digit)  # (b, 8, 10)
    return keras.Model(image, {"crowd": crowd, "digit": digit}, name="crowd_layer")
