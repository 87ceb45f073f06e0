import keras
from keras import layers, ops


def network(inputs, targets, initializer, texture, colour):
    """Bilinear CNN: two streams, whose features are multiplied place by place, and summed over the places.

    Args:
        texture: features of the stream that sees grey alone.
        colour: features of the stream that sees colour alone, coarsely.

    Source: Lin et al. 2015, Bilinear CNN Models for Fine-grained Visual Recognition.
    """

    def conv(x, filters, size, name, strides=1):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        return layers.Conv2D(
            filters, size, strides=strides, padding="same", activation="relu",
            kernel_initializer=kernel, bias_initializer=bias, name=name,
        )(x)  # fmt: skip

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 3)
    grey = ops.mean(image, axis=-1, keepdims=True)
    a = conv(grey, texture, 5, "texture_1")
    a = layers.AveragePooling2D(2, name="texture_pool_1")(a)
    a = conv(a, texture, 3, "texture_2")
    a = layers.AveragePooling2D(2, name="texture_pool_2")(a)  # (b, 6, 6, texture)
    b = layers.AveragePooling2D(4, name="coarse")(image - grey)
    b = conv(b, colour, 1, "colour_1")  # (b, 6, 6, colour)
    x = Bilinear(name="bilinear")([a, b])  # (b, texture * colour)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, logits, name="bilinear_cnn")


class Bilinear(layers.Layer):
    """Outer product of two feature maps, sum-pooled; signed square root; unit length."""

    def call(self, streams):
        a, b = streams  # (b, h, w, m), (b, h, w, n)
        x = ops.einsum("bhwm,bhwn->bmn", a, b)
        x = ops.reshape(x, (-1, a.shape[-1] * b.shape[-1]))
        x = ops.sign(x) * ops.sqrt(ops.abs(x) + 1e-6)
        return x / ops.sqrt(ops.sum(x**2, axis=-1, keepdims=True) + 1e-6)

    def compute_output_shape(self, shapes):
        return (shapes[0][0], shapes[0][-1] * shapes[1][-1])
