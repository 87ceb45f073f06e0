"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, filters, code, sparsity):
    """Down to a code of few numbers, most of them 0, and up again; from (b, 8, 8, 1) to (b, 8, 8, 1)."""
    options = {"padding": "same", "activation": "relu"}
    x = noisy = keras.Input(inputs.shape, dtype=inputs.dtype, name="noisy")
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv2D(width, 3, strides=2, kernel_initializer=initializer.kernel(), name=f"down_{i}", **options)(
            x
        )  # (b, 4, 4, filters), (b, 2, 2, 2 filters)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(
        code,
        "relu",
        kernel_initializer=initializer.kernel(),
        activity_regularizer=regularizers.L1(sparsity),
        name="code",
    )(x)  # (b, code)
    x = layers.Dense(8 * filters, "relu", kernel_initializer=initializer.kernel(), name="spread")(x)
    x = layers.Reshape((2, 2, 2 * filters), name="place")(x)
    for i, width in enumerate([2 * filters, filters]):
        x = layers.Conv2DTranspose(
            width, 3, strides=2, kernel_initializer=initializer.kernel(), name=f"up_{i}", **options
        )(x)  # (b, 4, 4, 2 filters), (b, 8, 8, filters)
    clean = layers.Conv2D(
        1, 3, padding="same", activation="sigmoid", kernel_initializer=initializer.kernel(), name="clean"
    )
    return keras.Model(noisy, clean(x), name="denoiser")
