"""Location and log scale of the year's largest flood, from a catchment's attributes and the climate."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    catchment = keras.Input(inputs["catchment"].shape, dtype=inputs["catchment"].dtype, name="catchment")
    climate = keras.Input(inputs["climate"].shape, dtype=inputs["climate"].dtype, name="climate")
    place = dense(units, catchment, activation="relu", name="place")
    year = dense(units // 4, climate, activation="relu", name="year")
    x = layers.Concatenate(name="both")([place, year])
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = dense(units, x, activation="relu", name="hidden")
    return keras.Model({"catchment": catchment, "climate": climate}, dense(2, x, name="gumbel"), name="flood_peaks")
