import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """An MLP from a spectrum to one value."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    spectrum = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrum")
    x = layers.GaussianNoise(0.1, name="jitter")(spectrum)
    for i in range(2):
        x = layers.LayerNormalization()(dense(x, units, activation="gelu", name=f"hidden_{i}"))  # (b, units)
    x = layers.Dropout(dropout)(x)
    return keras.Model(spectrum, dense(x, 1, name="nitrogen"), name="leaf_mlp")  # (b, 1)
