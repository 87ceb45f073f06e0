import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Convolutions over time to the centre and the log scale of a Student's t: (b, 64, 2) to (b, 2)."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 64, 2)
    x = layers.Conv1D(filters, 7, 2, "same", activation="relu", **options(14), name="convolution_0")(
        signal
    )  # (b, 32, f)
    x = layers.Conv1D(filters, 5, 2, "same", activation="relu", **options(5 * filters), name="convolution_1")(x)
    x = layers.Flatten(name="flatten")(x)  # (b, 16 f)
    x = layers.Dense(64, activation="relu", **options(x.shape[-1]), name="hidden")(x)
    return keras.Model(signal, layers.Dense(2, **options(64), name="centre_and_scale")(x), name="weighbridge")
