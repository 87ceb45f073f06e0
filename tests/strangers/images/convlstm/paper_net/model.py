"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - one frame ahead, without the forecasting network, which copies the states
    - peepholes: none, Keras has none

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, kernel):
    """A ConvLSTM over the frames seen; a convolution draws the next one from its last state."""
    frames = keras.Input(inputs.shape, dtype=inputs.dtype, name="frames")  # (b, t, h, w, 1)
    cells = layers.ConvLSTM2D(units, kernel, padding="same", kernel_initializer=initializer.kernel(), name="convlstm")
    x = cells(frames)  # (b, h, w, units)
    seen = layers.Concatenate(name="with_last_frame")([x, frames[:, -1]])  # (b, h, w, units + 1)
    fan_in = kernel * kernel * (units + 1)
    following = layers.Conv2D(
        1,
        kernel,
        padding="same",
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=fan_in),
        name="next",
    )(seen)  # (b, h, w, 1)
    return keras.Model(frames, following, name="convlstm")
