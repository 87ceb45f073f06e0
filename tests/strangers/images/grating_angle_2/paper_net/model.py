import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Filters, their energy (squares, whose sum forgets the phase) over the whole window, and a direction of length 1."""

    def started(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    x = layers.Conv2D(filters, 7, strides=2, name="filters", **started(49))(image)  # (b, 5, 5, filters)
    x = layers.Multiply(name="energy")([x, x])
    x = layers.GlobalAveragePooling2D(name="window")(x)  # (b, filters)
    x = layers.LayerNormalization(name="contrast")(x)
    x = layers.Dense(units, activation="gelu", name="hidden", **started(filters))(x)
    x = layers.Dense(targets.shape[-1], name="vector", **started(units))(x)  # (b, 2)
    return keras.Model(image, layers.UnitNormalization(name="direction")(x), name="orientation")
