import math

import keras
from keras import layers, ops

from .losses import contrastive, retrieved


class Scale(layers.Layer):
    """Times exp(t), whose t is learnt and held at 100, at most."""

    def __init__(self, temperature, **options):
        super().__init__(**options)
        self.temperature = temperature

    def build(self, shape):
        start = keras.initializers.Constant(-math.log(self.temperature))
        self.t = self.add_weight(shape=(), initializer=start, name="t")

    def call(self, x):
        return x * ops.minimum(ops.exp(self.t), 100.0)


class Clip(keras.Model):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.retrieval = keras.metrics.Mean(name="retrieval")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.retrieval.update_state(retrieved(y_pred["image"], y_pred["text"]))
        return ops.mean(contrastive(y_pred["image"], y_pred["text"]))


def network(inputs, targets, initializer, width, temperature):
    def start(x):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=x)}

    image = keras.Input(inputs["image"].shape, name="image")
    x = layers.Conv2D(16, 3, padding="same", activation="relu", **start(27))(image)  # (b, 8, 16, 16)
    x = layers.MaxPooling2D(2)(x)  # (b, 4, 8, 16)
    x = layers.Conv2D(32, 3, padding="same", activation="relu", **start(144))(x)
    x = layers.Flatten()(layers.MaxPooling2D(2)(x))  # (b, 2 * 4 * 32)
    x = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel())(x)
    x = layers.UnitNormalization(name="image_unit")(x)  # (b, width)
    x = Scale(temperature, name="scaled")(x)

    text = keras.Input(inputs["text"].shape, dtype=inputs["text"].dtype, name="text")
    z = layers.Flatten()(layers.Embedding(inputs["text"].classes, 12)(text))  # (b, 60)
    z = layers.Dense(128, activation="relu", **start(60))(z)
    z = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel())(z)
    z = layers.UnitNormalization(name="text_unit")(z)  # (b, width)
    return Clip(inputs={"image": image, "text": text}, outputs={"image": x, "text": z}, name="clip")
