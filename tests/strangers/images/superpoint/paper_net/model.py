import keras
from keras import layers


def network(inputs, targets, initializer, widths):
    """The detector: a VGG-like encoder that halves twice, then a class for each cell; no upsampling is learnt."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    for i, width in enumerate(widths):
        for j in range(2):
            x = conv(x, width, 3, initializer, activation="relu", name=f"conv{i}{j}")
            x = layers.BatchNormalization(name=f"norm{i}{j}")(x)
        if i < len(widths) - 1:
            x = layers.MaxPooling2D(name=f"pool{i}")(x)  # (b, 12, 12, w), (b, 6, 6, w)
    x = conv(x, targets.classes, 1, initializer, name="cells")  # (b, 6, 6, 17)
    return keras.Model(image, x, name="magicpoint")


def conv(x, width, size, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
    return layers.Conv2D(width, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, **options)(x)
