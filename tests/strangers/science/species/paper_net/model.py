"""YOURS. What learns. Shapes: b batch, s species, u units."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, soil_width, dropout):
    """Climate and an embedding of the soil, two layers, one logit a species."""

    def dense(width, x, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    climate = keras.Input(inputs["climate"].shape, name="climate")
    soil = keras.Input(inputs["soil"].shape, dtype="int32", name="soil")
    ground = layers.Embedding(inputs["soil"].classes, soil_width, name="ground")(soil)  # (b, soil_width)
    x = layers.Concatenate(name="joined")([climate, ground])
    for i in range(2):
        x = layers.Activation("gelu", name=f"gelu_{i}")(dense(units, x, f"hidden_{i}"))  # (b, u)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model({"climate": climate, "soil": soil}, dense(targets.shape[0], x, "logits"), name="species")
