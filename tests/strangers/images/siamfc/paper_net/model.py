import keras
from keras import layers, ops


def network(inputs, targets, initializer, channels):
    """One embedding for both images; where the exemplar's matches a window of the search image's, the response is high.

    Source: Bertinetto et al. 2016, Section 2.2 and Figure 1.
    """
    images = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    embed = embedding(channels, initializer)
    z, x = embed(images["exemplar"]), embed(images["search"])  # (b, 4, 4, c), (b, 18, 18, c)
    return keras.Model(images, CrossCorrelation(name="response")(x, z), name="siamfc")  # (b, 15, 15)


def embedding(channels, initializer):
    """Fully convolutional, without padding, as the paper asks; batch normalization after each but the last."""
    image = x = keras.Input((None, None, 3), name="image")
    for i, width in enumerate(channels):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        x = layers.Conv2D(width, 3, kernel_initializer=kernel, bias_initializer=bias, name=f"conv_{i}")(x)
        if i < len(channels) - 1:
            x = layers.BatchNormalization(name=f"norm_{i}")(x)
            x = layers.ReLU(name=f"relu_{i}")(x)
    return keras.Model(image, x, name="embedding")


class CrossCorrelation(layers.Layer):
    """The inner product of the exemplar's features with each window of the search image's, scaled, and a bias."""

    def build(self, x_shape, z_shape):
        self.scale = self.add_weight(shape=(), initializer=keras.initializers.Constant(0.05), name="scale")
        self.bias = self.add_weight(shape=(), initializer="zeros", name="bias")

    def call(self, x, z):
        h, w = z.shape[1:3]
        high, wide = x.shape[1] - h + 1, x.shape[2] - w + 1
        products = ops.einsum("bijc,bklc->bijkl", x, z)  # (b, 18, 18, 4, 4)
        response = 0.0
        for k in range(h):
            for m in range(w):
                response += products[:, k : k + high, m : m + wide, k, m]
        return self.scale * response + self.bias  # (b, 15, 15)
