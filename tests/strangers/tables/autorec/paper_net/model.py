"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - unknown ratings are 0 at the input, as in the authors' code

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, l2):
    """I-AutoRec: a row of ratings through one sigmoid layer, and back to ratings, linear."""
    penalty = keras.regularizers.L2(l2 / 2)
    ratings = keras.Input(inputs.shape, name="ratings")  # (b, users)
    x = dense(units, ratings, initializer, activation="sigmoid", kernel_regularizer=penalty, name="hidden")
    x = dense(targets.shape[0], x, initializer, kernel_regularizer=penalty, name="predicted")  # (b, users)
    return keras.Model(ratings, x, name="autorec")


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
