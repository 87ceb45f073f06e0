"""A trunk of two layers, and a head for each question. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    weather = keras.Input(inputs["weather"].shape, dtype="float32", name="weather")
    month = keras.Input(inputs["month"].shape, dtype="int32", name="month")
    season = layers.Embedding(inputs["month"].classes, 3, name="season")(month)  # (b, 3)
    x = layers.Concatenate(name="together")([weather, season])  # (b, 9)
    for i in range(2):
        x = dense(x, units, activation="relu", name=f"hidden_{i}")  # (b, units)
    outputs = {"wet": dense(x, 1, name="wet"), "amount": dense(x, 2, name="amount")}  # (b, 1), (b, 2)
    return keras.Model({"weather": weather, "month": month}, outputs, name="rainfall")
