import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """An encoder and a decoder with one skip between them; a logit a pixel."""

    def block(x, width, name):
        x = layers.Conv2D(width, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=name)(
            x
        )
        x = layers.BatchNormalization(momentum=0.9, name=f"{name}_normal")(x)
        return layers.Activation("silu", name=f"{name}_silu")(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    fine = block(image, filters, "fine")  # (b, 24, 24, filters)
    x = layers.AveragePooling2D(2, name="half")(fine)  # (b, 12, 12, filters)
    x = block(x, 2 * filters, "coarse_1")
    x = block(x, 2 * filters, "coarse_2")
    x = layers.Conv2DTranspose(
        filters,
        2,
        strides=2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="double",
    )(x)  # (b, 24, 24, filters)
    x = layers.Concatenate(name="skip")([x, fine])
    x = block(x, filters, "joined")
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Conv2D(1, 1, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)  # (b, 24, 24, 1)
    return keras.Model(image, x, name="segmenter")
