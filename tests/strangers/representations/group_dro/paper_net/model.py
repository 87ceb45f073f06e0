"""Group DRO (Sagawa et al. 2020, algorithm 1). Shapes: b batch, g groups."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, step):
    features = keras.Input(inputs["features"].shape, name="features")
    group = keras.Input(inputs["group"].shape, dtype="int32", name="group")
    x = features
    for i in range(2):
        x = dense(units, x, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
    logits = dense(targets.classes, x, initializer, name="logits")  # (b, 2)
    return GroupDRO(
        inputs={"features": features, "group": group},
        outputs=logits,
        groups=inputs["group"].classes,
        step=step,
    )


class GroupDRO(keras.Model):
    """Minimises sum_g q_g loss_g, where q follows the groups that do badly by exponentiated gradient ascent."""

    def __init__(self, inputs, outputs, groups, step, **options):
        super().__init__(inputs=inputs, outputs=outputs, **options)
        self.step = step
        self.q = self.add_weight(
            shape=(groups,), initializer=keras.initializers.Constant(1 / groups), trainable=False, name="q"
        )

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)  # (b)
        member = ops.one_hot(x["group"], self.q.shape[0], dtype=loss.dtype)  # (b, g)
        count = ops.sum(member, axis=0)
        of_group = ops.sum(member * loss[:, None], axis=0) / ops.maximum(count, 1.0)  # (g)
        if training:
            q = self.q * ops.exp(self.step * ops.stop_gradient(of_group))
            self.q.assign(q / ops.sum(q))
        return ops.sum(self.q * of_group)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
