import keras
from keras import layers, ops


class KLargest(layers.Layer):
    """Keeps the k largest activations of each sample; the others are 0."""

    def __init__(self, k, **options):
        super().__init__(**options)
        self.k = k

    def call(self, z):
        threshold = ops.top_k(z, self.k)[0][:, -1:]  # (b, 1)
        return ops.where(z >= threshold, z, 0.0)


class Transposed(layers.Layer):
    """The decoder: the encoder's kernel, transposed, and a bias of its own."""

    def __init__(self, encoder, **options):
        super().__init__(**options)
        self.encoder = encoder

    def build(self, shape):
        self.bias = self.add_weight(shape=(self.encoder.kernel.shape[0],), initializer="zeros", name="bias")

    def call(self, z):
        return ops.matmul(z, ops.transpose(self.encoder.kernel)) + self.bias


def network(inputs, targets, initializer, units, k):
    pixels = keras.Input(inputs.shape, name="pixels")
    encoder = layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        name="encoder",
    )
    code = KLargest(k, name="code")(encoder(pixels))  # (b, units)
    return keras.Model(pixels, Transposed(encoder, name="decoder")(code), name="k_sparse")  # (b, 64)
