import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From a well to a reading: its location and the logarithm of its scale."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="well")
    h = x
    for i in range(2):
        h = layers.LayerNormalization(name=f"norm_{i}")(dense(h, units, activation="gelu", name=f"hidden_{i}"))
    location = dense(h, 1, name="location")  # (b, 1)
    log_scale = dense(h, 1, name="log_scale")  # (b, 1)
    return keras.Model(x, layers.Concatenate(name="both")([location, log_scale]), name="assay")  # (b, 2)
