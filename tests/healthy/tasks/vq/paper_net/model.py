"""YOURS. What learns: a VQ-VAE of dense layers, van den Oord et al. 2017. Shapes: b batch, t tokens, d their size, k codes."""

import keras
from keras import layers, ops


class Quantizer(layers.Layer):
    """The nearest code of each token; gradients pass straight through it."""

    def __init__(self, codes, commitment=0.25, **kwargs):
        super().__init__(**kwargs)
        self.codes, self.commitment = codes, commitment

    def build(self, shape):
        start = keras.initializers.RandomUniform(-0.5, 0.5)
        self.book = self.add_weight(name="book", shape=(self.codes, shape[-1]), initializer=start)

    def call(self, x):
        distances = ops.sum(ops.square(x[..., None, :] - self.book), axis=-1)  # (b, t, k)
        nearest = ops.take(self.book, ops.argmin(distances, axis=-1), axis=0)  # (b, t, d)
        book = ops.sum(ops.square(nearest - ops.stop_gradient(x)), axis=(1, 2))
        commitment = ops.sum(ops.square(ops.stop_gradient(nearest) - x), axis=(1, 2))
        self.add_loss(ops.mean(book + self.commitment * commitment))
        return x + ops.stop_gradient(nearest - x)

    def compute_output_shape(self, shape):
        return shape


def vq_vae(inputs, targets, initializer, tokens, codes, size, width):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    x = layers.ReLU(name="encoder_relu")(dense(x, width, initializer, "encoder"))
    x = layers.Reshape((tokens, size), name="tokens")(dense(x, tokens * size, initializer, "code"))  # (b, t, d)
    x = Quantizer(codes, name="quantizer")(x)
    x = layers.Flatten(name="flatten_code")(x)
    x = layers.ReLU(name="decoder_relu")(dense(x, width, initializer, "decoder"))
    x = layers.Activation("sigmoid", name="grey")(dense(x, 64, initializer, "pixels"))
    return keras.Model(image, layers.Reshape(targets.shape, name="picture")(x), name="vq_vae")  # (b, 8, 8)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
