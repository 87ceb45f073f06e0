import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, kernel_size, units):
    """A spectrum, freed of scatter, through two convolutions; then a branch for each of the values."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    spectrum = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrum")  # (b, w, 1)
    x = StandardNormalVariate(name="snv")(spectrum)
    for i in range(2):
        fan_in = kernel_size * x.shape[-1]
        conv = layers.Conv1D(filters, kernel_size, padding="same", name=f"conv_{i}", **options(fan_in))
        x = layers.Activation("elu", name=f"elu_{i}")(conv(x))
        x = layers.AveragePooling1D(2, name=f"pool_{i}")(x)  # (b, w / 2, filters), then w / 4
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, activation="elu", name="shared", **options(x.shape[-1]))(x)  # (b, units)
    outputs = {name: layers.Dense(1, name=name, **options(units))(x) for name in targets}  # (b, 1) each
    return keras.Model(spectrum, outputs, name="nir_spectra")


class StandardNormalVariate(layers.Layer):
    """Each spectrum minus its own mean, over its own standard deviation."""

    def call(self, x):
        mean, variance = ops.moments(x, axes=[1], keepdims=True)  # (b, 1, 1)
        return (x - mean) / ops.sqrt(variance + 1e-6)
