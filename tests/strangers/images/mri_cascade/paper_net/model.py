import keras
from keras import layers, ops


def fourier(image):
    """Two-dimensional, orthonormal; the last axis holds the real and the imaginary part."""
    size = (image.shape[1] * image.shape[2]) ** 0.5
    return ops.stack(ops.fft2((image[..., 0], image[..., 1])), axis=-1) / size


def inverse_fourier(k):
    size = (k.shape[1] * k.shape[2]) ** 0.5
    return ops.stack(ops.ifft2((k[..., 0], k[..., 1])), axis=-1) * size


def consistent(image, measured, mask):
    """The image with the rows of k-space that were read put in the place of its own."""
    mask = mask[:, :, None, None]  # (b, rows, 1, 1)
    k = fourier(image)
    return inverse_fourier(mask * measured + (1 - mask) * k)


class Consistency(layers.Layer):
    def call(self, image, measured, mask):
        return consistent(image, measured, mask)


def network(inputs, targets, initializer, cascades, filters):
    """A cascade of small residual networks, each followed by data consistency."""

    def conv(x, units, activation=None):
        return layers.Conv2D(
            units,
            3,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)

    measured = keras.Input(inputs["measured"].shape, name="measured")
    mask = keras.Input(inputs["mask"].shape, name="mask")
    image = layers.Lambda(inverse_fourier, name="zero_filled")(measured)  # (b, 24, 24, 2)
    for _ in range(cascades):
        x = conv(image, filters, "relu")
        x = conv(x, filters, "relu")
        image = layers.Add()([image, conv(x, 2)])
        image = Consistency()(image, measured, mask)
    return keras.Model({"measured": measured, "mask": mask}, image[..., :1], name="cascade")
