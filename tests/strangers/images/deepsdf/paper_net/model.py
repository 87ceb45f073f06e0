"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the penalty of codes: as a regularizer of the whole table, once a step

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, code, units, depth, code_penalty):
    """Auto-decoder: a code for each shape, learnt with the weights; (code, point) → signed distance."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    shape = keras.Input(inputs["shape"].shape, dtype=inputs["shape"].dtype, name="shape")  # (b)
    point = keras.Input(inputs["point"].shape, dtype=inputs["point"].dtype, name="point")  # (b, 2)
    z = layers.Embedding(
        inputs["shape"].classes,
        code,
        embeddings_initializer=keras.initializers.RandomNormal(stddev=0.01),
        embeddings_regularizer=keras.regularizers.L2(code_penalty),
        name="codes",
    )(shape)  # (b, code)
    x = start = layers.Concatenate(name="start")([z, point])  # (b, code + 2)
    for i in range(depth):
        if i == depth // 2:
            x = layers.Concatenate(name="skip")([x, start])
        x = dense(units, x, activation="relu", name=f"hidden_{i}")  # (b, units)
    return keras.Model(
        {"shape": shape, "point": point}, dense(1, x, activation="tanh", name="distance"), name="deepsdf"
    )
