"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, f filters.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, depth):
    """Convolutions that find the noise, which is subtracted.

    Args:
        filters: of each convolution but the last.
        depth: convolutions with batch normalisation.
    """
    noisy = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="noisy")  # (b, 8, 8, 1)
    for i in range(depth):
        kernel = initializer.kernel()
        x = layers.Conv2D(filters, 3, padding="same", use_bias=False, kernel_initializer=kernel, name=f"conv_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("leaky_relu", name=f"leaky_{i}")(x)  # (b, 8, 8, f)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * filters)
    noise = layers.Conv2D(
        inputs.shape[-1], 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name="noise"
    )(x)
    return keras.Model(noisy, layers.Subtract(name="clean")([noisy, noise]), name="denoiser")  # (b, 8, 8, 1)
