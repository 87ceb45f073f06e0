import keras
from keras import layers


def network(inputs, targets, initializer, channels):
    """Fully convolutional: three halvings, so that one place is left for each pocket."""
    scan = keras.Input(inputs.shape, dtype=inputs.dtype, name="scan")  # (b, 24, 32, 1)
    x = layers.GaussianNoise(0.02, name="noise")(scan)
    for i, width in enumerate(channels):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias}
        x = layers.Conv2D(width, 3, padding="same", name=f"conv_{i}", **options)(x)
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 12, 16, c), (b, 6, 8, c), (b, 3, 4, c)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Conv2D(targets.classes, 1, kernel_initializer=kernel, bias_initializer=bias, name="states")(x)
    return keras.Model(scan, x, name="pockets")  # (b, 3, 4, 3)
