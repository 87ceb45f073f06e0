"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - nothing that matters

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, l2):
    """Two generalised linear models of one click: the logit of a sale, the log rate of its delay (Section 3)."""
    click = keras.Input(inputs.shape, dtype=inputs.dtype, name="click")  # (b, 5)
    heads = [
        layers.Dense(
            1,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=click.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(l2),
            name=name,
        )(click)
        for name in ["logit", "log_rate"]
    ]
    return keras.Model(click, layers.Concatenate(name="both")(heads), name="delayed_feedback")  # (b, 2)
