import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units):
    """Cells → convolutions → the particle's logits, and mean and log variance of the logarithm of its energy."""
    x = cells = keras.Input(inputs.shape, dtype=inputs.dtype, name="cells")
    for i, width in enumerate(filters):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        x = layers.Conv2D(
            width,
            3,
            padding="same",
            activation="elu",
            kernel_initializer=kernel,
            bias_initializer=bias,
            name=f"conv_{i}",
        )(x)
    x = layers.AveragePooling2D(2, name="pool")(x)
    x = layers.Flatten(name="flatten")(x)
    total = ops.log(ops.sum(ops.expm1(cells), axis=(1, 2)))  # (b, 1), what is seen in all
    x = layers.Concatenate(name="with_total")([x, total])
    x = dense(x, units, initializer, activation="elu", name="hidden")
    particle = dense(x, targets["particle"].classes, initializer, name="particle")
    energy = dense(x, 2, initializer, name="energy")
    return keras.Model(cells, {"particle": particle, "energy": energy}, name="calorimeter")


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
