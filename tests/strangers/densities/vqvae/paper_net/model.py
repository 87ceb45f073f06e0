"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - codes and their width for 8 x 8 pixels (conf/model)

Shapes: b batch, h w places of the grid, d width of a code.
"""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, codes, width, filters, commitment):
    """Encoder, nearest code of each place, decoder.

    Args:
        codes: of the codebook.
        width: of a code.
        filters: of the convolutions.
        commitment: weight of the term that keeps the encoder close to the codes.

    Source: van den Oord et al. 2017, section 3.
    """

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Conv2D(filters, 4, 2, "same", activation="relu", name="down", **start(16))(image)  # (b, 4, 4, filters)
    x = layers.Conv2D(filters, 3, 1, "same", activation="relu", name="mix", **start(9 * filters))(x)
    x = layers.Conv2D(width, 1, name="encoded", **start(filters))(x)  # (b, 4, 4, d)
    x = Quantizer(codes, commitment, name="quantized")(x)  # (b, 4, 4, d)
    x = layers.Conv2D(filters, 3, 1, "same", activation="relu", name="unmix", **start(9 * width))(
        x
    )  # (b, 4, 4, filters)
    x = layers.Conv2DTranspose(1, 4, 2, "same", name="decoded", **start(16 * filters))(x)  # (b, 8, 8, 1)
    return keras.Model(image, x, name="vqvae")


class Quantizer(layers.Layer):
    """The nearest code in the place of each vector; the gradient passes straight through.

    Args:
        codes: how many there are.
        commitment: weight of |x - stopped(code)|², beside |stopped(x) - code|².
    """

    def __init__(self, codes, commitment, **options):
        super().__init__(**options)
        self.codes, self.commitment = codes, commitment

    def build(self, shape):
        uniform = initializers.RandomUniform(-1, 1)
        self.codebook = self.add_weight(shape=(self.codes, shape[-1]), initializer=uniform, name="codebook")

    def call(self, x):
        flat = ops.reshape(x, (-1, x.shape[-1]))  # (b h w, d)
        distance = ops.sum(self.codebook**2, axis=1) - 2 * ops.matmul(
            flat, ops.transpose(self.codebook)
        )  # (b h w, codes)
        code = ops.reshape(ops.take(self.codebook, ops.argmin(distance, axis=1), axis=0), ops.shape(x))
        self.add_loss(ops.mean((ops.stop_gradient(x) - code) ** 2))
        self.add_loss(self.commitment * ops.mean((x - ops.stop_gradient(code)) ** 2))
        return x + ops.stop_gradient(code - x)
