import keras
from keras import layers, ops

LOWEST, HIGHEST = [0.0, 0.0, 5.0], [3.0, 0.6, 150.0]  # of D, f, D*


def within(x, lowest, highest):
    """Parameters between their bounds."""
    lowest, highest = ops.cast(lowest, x.dtype), ops.cast(highest, x.dtype)
    return lowest + (highest - lowest) * ops.sigmoid(x)


def network(inputs, targets, initializer, units):
    """From the signal at each b-value to the parameters of the voxel, by three hidden layers as the paper has them."""
    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, n)
    for name, width, activation in (
        ("one", units, "elu"),
        ("two", units, "elu"),
        ("three", units, "elu"),
        ("raw", 3, None),
    ):
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    x = layers.Lambda(within, arguments={"lowest": LOWEST, "highest": HIGHEST}, name="parameters")(x)
    return keras.Model(signal, x, name="ivim")  # (b, 3)
