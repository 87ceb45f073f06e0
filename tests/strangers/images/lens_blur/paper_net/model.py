import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks):
    """Residual blocks, of which the energy of each filter over the image is read, not its mean."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    x = conv(image, filters, initializer, "stem")  # (b, 24, 24, filters)
    for i in range(blocks):
        y = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        y = layers.Activation("silu", name=f"silu_{i}")(y)
        y = conv(y, filters, initializer, f"conv_{i}")
        x = layers.MaxPooling2D(2, name=f"pool_{i}")(layers.Add(name=f"sum_{i}")([x, y]))  # (b, 6, 6, filters) at last
    energy = ops.log(ops.mean(ops.square(x), axis=(1, 2)) + 1e-3)  # (b, filters)
    x = layers.Dense(
        32,
        activation="silu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=filters),
        name="hidden",
    )(energy)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=32),
        name="blur",
    )(x)
    return keras.Model(image, x, name="focus")


def conv(x, filters, initializer, name):
    return layers.Conv2D(
        filters,
        3,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)
