import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """From an echo (b, t, 1) to the place and the log of the scale of a Student's t distribution, (b, 2)."""
    x = echo = keras.Input(inputs.shape, dtype=inputs.dtype, name="echo")
    for i in range(2):
        options = {"kernel_initializer": initializer.kernel(), "use_bias": False, "padding": "same"}
        x = layers.Conv1D(filters, 5, strides=2, name=f"conv_{i}", **options)(x)  # (b, t / 2, filters)
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = dense(x, units, initializer, activation="relu", name="hidden")  # (b, units)
    return keras.Model(echo, dense(x, 2, initializer, name="place_and_scale"), name="echo_range")  # (b, 2)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
