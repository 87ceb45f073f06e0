import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """An hourglass of two levels: how close each pixel is, up to any monotone scale (b, 16, 16, 1)."""

    def conv(x, filters, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options |= {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Conv2D(filters, 3, **options)(x)

    def hourglass(x, levels):
        side = conv(x, width, f"side_{levels}", activation="gelu")
        x = layers.AveragePooling2D(2, name=f"down_{levels}")(x)
        x = conv(x, width, f"inner_{levels}", activation="gelu")
        x = hourglass(x, levels - 1) if levels > 1 else x
        return layers.Add(name=f"add_{levels}")([side, layers.UpSampling2D(name=f"up_{levels}")(x)])

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    x = conv(image, width, "stem", activation="gelu")  # (b, 16, 16, w)
    x = conv(hourglass(x, 2), width, "merge", activation="gelu")
    return keras.Model(image, conv(x, 1, "closeness"), name="hourglass")  # (b, 16, 16, 1)
