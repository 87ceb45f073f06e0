import keras
from keras import layers


def network(inputs, targets, initializer, ordinals, units):
    """A small network of dilated convolutions and a full-image encoder; of each pixel `ordinals` logits."""

    def conv(x, filters, size=3, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, **options}
        return layers.Conv2D(filters, size, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 20, 1)
    x = conv(image, units, activation="relu", name="stem")  # (b, 16, 20, units)
    pyramid = [conv(x, units, dilation_rate=rate, activation="relu", name=f"aspp_{rate}") for rate in (1, 2, 4)]
    pyramid.append(full_image(x, units, initializer))
    x = layers.Concatenate(name="pyramid")(pyramid)  # (b, 16, 20, 4 units)
    x = conv(x, 2 * units, size=1, activation="relu", name="mix")  # (b, 16, 20, 2 units)
    x = conv(x, units, dilation_rate=3, activation="relu", name="around")  # (b, 16, 20, units)
    return keras.Model(image, conv(x, ordinals, size=1, name="ordinals"), name="dorn")  # (b, 16, 20, ordinals)


def full_image(x, units, initializer):
    """The full-image encoder: pooled, one dense layer, the same for each pixel of a row."""
    rows, columns = x.shape[1:3]
    pooled = layers.Flatten(name="rows")(layers.AveragePooling2D((1, columns), name="row_means")(x))  # (b, 16 units)
    dense = layers.Dense(
        rows * units // 4,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=pooled.shape[-1]),
        name="full_image",
    )(pooled)
    rowwise = layers.Reshape((rows, 1, units // 4), name="of_rows")(dense)  # (b, 16, 1, units / 4)
    return layers.UpSampling2D((1, columns), name="copied")(rowwise)  # (b, 16, 20, units / 4)
