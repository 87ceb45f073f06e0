import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks):
    """Logits of each pixel's grey level; the first convolution does not see the pixel itself, later ones do."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)

    def convolved(x, filters, size, own, name):
        return MaskedConv2D(
            filters,
            size,
            own,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            padding="same",
            name=name,
        )(x)

    x = convolved(image, units, 5, False, "first")  # (b, 8, 8, units)
    for block in range(blocks):
        h = convolved(layers.ReLU(name=f"relu_{block}")(x), units, 3, True, f"block_{block}")
        x = layers.Add(name=f"sum_{block}")([x, h])
    x = layers.ReLU(name="relu_last")(x)
    return keras.Model(image, convolved(x, targets.classes, 1, True, "logits"), name="pixel_cnn")  # (b, 8, 8, classes)


class MaskedConv2D(layers.Conv2D):
    """A convolution whose kernel is 0 below its centre, and right of it; at its centre, too, unless `own`."""

    def __init__(self, filters, kernel_size, own, **kwargs):
        super().__init__(filters, kernel_size, **kwargs)
        self.own = own

    def call(self, x):
        mask = ops.convert_to_tensor(seen(self.kernel_size[0], self.own)[:, :, None, None])
        return ops.conv(x, self.kernel * mask, padding="same") + self.bias


def seen(size, own):
    """1 where a pixel in the middle of size x size reads: the rows above, its row's left, and itself if `own`."""
    mask = np.zeros((size, size), "float32")
    middle = size // 2
    mask[:middle] = 1
    mask[middle, : middle + own] = 1
    return mask
