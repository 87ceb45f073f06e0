"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """A subclassed model: a linear way beside a hidden one."""
    model = WideAndDeep(units, dropout, targets.shape[0], initializer)
    model.build((None, *inputs.shape))
    return model


class WideAndDeep(keras.Model):
    """y = linear(x) + two hidden layers of x."""

    def __init__(self, units, dropout, outputs, initializer, **options):
        super().__init__(**options)

        def dense(units, fan_in, **more):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **more)

        self.wide = dense(outputs, 10, name="wide")
        self.hidden = [dense(units, 10, activation="relu"), dense(units, units, activation="relu")]
        self.drop = layers.Dropout(dropout)
        self.deep = dense(outputs, units, name="deep")

    def call(self, x, training=None):
        h = x
        for layer in self.hidden:
            h = self.drop(layer(h), training=training)  # (b, units)
        return self.wide(x) + self.deep(h)  # (b, 1)

    def build(self, shape):
        self.wide.build(shape)
        for layer in self.hidden:
            layer.build(shape)
            shape = (*shape[:-1], layer.units)
        self.deep.build(shape)
        self.built = True
