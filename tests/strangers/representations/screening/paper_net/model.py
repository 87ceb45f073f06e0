import keras
from keras import layers


def network(inputs, targets, initializer, units, code, missing):
    """Encodes what is left of the measures, restores all of them, and tells the diagnosis from the code."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    measures = keras.Input(inputs.shape, dtype=inputs.dtype, name="measures")
    x = layers.Dropout(missing, name="missing")(measures)
    x = dense(x, units, activation="silu", name="encoder")  # (b, units)
    z = dense(x, code, activation="tanh", name="code")  # (b, code)
    malignant = dense(z, 1, name="malignant")  # (b, 1)
    x = dense(z, units, activation="silu", name="decoder")  # (b, units)
    restored = dense(x, inputs.shape[-1], name="measures_restored")  # (b, 30)
    return keras.Model(measures, {"malignant": malignant, "measures": restored}, name="screening")
