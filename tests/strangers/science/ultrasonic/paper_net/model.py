"""YOURS. What learns. b batch, t time."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A scan (b, t, 1) to the logit of a crack (b, 1) and its depth (b, 1)."""
    scan = keras.Input(inputs.shape, dtype=inputs.dtype, name="scan")
    x = scan
    for i, width in enumerate(filters):
        kernel = initializer.kernel()
        x = layers.Conv1D(width, 7, 2, "same", use_bias=False, kernel_initializer=kernel, name=f"conv_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)  # (b, t / 2 … 8, width)
    x = layers.Flatten(name="flatten")(x)

    def head(name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(1, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    return keras.Model(scan, {"crack": head("crack"), "depth": head("depth", "sigmoid")}, name="ultrasonic")
