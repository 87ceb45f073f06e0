import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """One trunk, three heads: which shape, which colour, how large (in pixels)."""

    def started(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 20, 20, 3)
    for i, width in enumerate(filters):
        x = layers.Conv2D(width, 3, padding="same", name=f"convolution_{i}", **started(9 * x.shape[-1]))(x)
        x = layers.GroupNormalization(groups=2, name=f"normal_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
        x = layers.MaxPooling2D(name=f"half_{i}")(x)  # (b, 10, 10, ·), (b, 5, 5, ·), (b, 2, 2, ·)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, activation="relu", name="trunk", **started(x.shape[-1]))(x)  # (b, units)
    outputs = {
        "shape": layers.Dense(targets["shape"].classes, name="shape", **started(units))(x),
        "colour": layers.Dense(targets["colour"].classes, name="colour", **started(units))(x),
        "radius": layers.Dense(1, activation="softplus", name="radius", **started(units))(x),
    }
    return keras.Model(image, outputs, name="attributes")
