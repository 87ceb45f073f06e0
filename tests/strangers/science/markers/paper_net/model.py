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


def network(inputs, targets, initializer, units, dropout):
    """A narrow hidden layer between two dropouts; one logit."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_regularizer": regularizers.L2(1e-2), **options}
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    peaks = keras.Input(inputs.shape, name="peaks")  # (b, 40)
    x = layers.Dropout(dropout / 2, name="drop_peaks")(peaks)
    x = layers.Dropout(dropout, name="drop_hidden")(dense(x, units, activation="relu", name="hidden"))
    return keras.Model(peaks, dense(x, 1, name="logit"), name="markers")  # (b, 1)
