"""A classifier that is held to a running average of what it answered early, before it memorized wrong labels."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, samples, beta, weight):
    image = keras.Input(inputs["image"].shape, name="image")
    index = keras.Input(inputs["index"].shape, dtype="int32", name="index")
    x = image
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")
    logits = dense(x, targets.classes, initializer, name="logits")  # (b, c)
    return ELR(samples, targets.classes, beta, weight, inputs={"image": image, "index": index}, outputs=logits)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)


class ELR(keras.Model):
    """Cross-entropy + weight * log(1 - <p, t>), with t the running average of each sample's own p.

    Source: Liu et al. 2020, equations 6 and 9.
    """

    def __init__(self, samples, classes, beta, weight, **options):
        super().__init__(**options)
        self.beta, self.weight = beta, weight
        self.memory = self.add_weight(shape=(samples, classes), initializer="zeros", trainable=False, name="memory")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = ops.mean(keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True))
        if not training:
            return loss
        p = ops.clip(ops.softmax(y_pred, axis=-1), 1e-4, 1 - 1e-4)  # (b, c)
        fixed = ops.stop_gradient(p / ops.sum(p, axis=-1, keepdims=True))
        index = x["index"]
        target = self.beta * ops.take(self.memory, index, axis=0) + (1 - self.beta) * fixed
        self.memory.assign(ops.scatter_update(self.memory, index[:, None], target))
        agreement = ops.sum(target * p, axis=-1)
        return loss + self.weight * ops.mean(ops.log(1 - agreement))
