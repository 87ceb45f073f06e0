"""SelectiveNet (Geifman & El-Yaniv 2019): a classifier, a selection and an auxiliary head on one trunk."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")
    for i in range(2):
        x = dense(units, x, activation="relu", name=f"trunk_{i}")
    f = dense(targets.classes, x, name="prediction")  # (b, c)
    g = dense(units // 2, x, activation="relu", name="selection_hidden")
    g = layers.BatchNormalization(name="selection_norm")(g)
    g = dense(1, g, activation="sigmoid", name="selection")  # (b, 1)
    h = dense(targets.classes, x, name="auxiliary")  # (b, c)
    return keras.Model(features, layers.Concatenate(name="heads")([f, g, h]), name="selective_net")
