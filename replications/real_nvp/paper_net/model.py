"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the flow of figure 1, its one example in the plane: depth and width, and no batch normalization

Shapes: b batch.
"""

import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, couplings, hidden, alternate, batch_norm):
    """Real NVP, from points to the latent ones z with the log determinant of the whole map behind them.

    Source: Dinh et al. 2017, Density estimation using Real NVP, arXiv 1605.08803, section 3.
    """
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    z, log_dets = point, []
    for i in range(couplings):
        steps = [Coupling(i % 2 if alternate else 0, hidden, initializer, name=f"coupling_{i}")]
        steps += [FlowBatchNormalization(name=f"batch_norm_{i}")] if batch_norm else []
        for step in steps:
            z, log_det = step(z)
            log_dets.append(log_det)  # (b, 1)
    log_det = layers.Add(name="log_det")(log_dets) if len(log_dets) > 1 else log_dets[0]
    return keras.Model(point, layers.Concatenate(name="z_and_log_det")([z, log_det]), name="real_nvp")  # (b, 3)


class Coupling(layers.Layer):
    """Affine coupling: one coordinate is kept, and says by how much the other is scaled and moved.

        y = m * x + (1 - m) * (x * exp(s(m * x)) + t(m * x)),   log det = sum of (1 - m) * s(m * x)

    Source: equations 6 and 9; s is a tanh with a scale that is learnt, as in section 4.1.
    """

    def __init__(self, kept, hidden, initializer, **kwargs):
        super().__init__(**kwargs)
        self.mask = np.eye(2, dtype="float32")[kept]

        def dense(units, fan_in, activation=None):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias)

        self.hidden = keras.Sequential([dense(hidden, 2, "relu"), dense(hidden, hidden, "relu")])
        self.to_s, self.to_t = dense(2, hidden, "tanh"), dense(2, hidden)

    def build(self, shape):
        self.hidden.build(shape)
        for head in (self.to_s, self.to_t):
            head.build((None, self.hidden.layers[-1].units))
        self.scale = self.add_weight(shape=(2,), initializer="ones", name="scale")

    def scale_and_shift(self, x):
        x = self.hidden(self.mask * x)
        return self.scale * self.to_s(x) * (1 - self.mask), self.to_t(x) * (1 - self.mask)  # (b, 2), (b, 2)

    def call(self, x):
        s, t = self.scale_and_shift(x)
        return x * ops.exp(s) + t, ops.sum(s, axis=-1, keepdims=True)  # (b, 2), (b, 1)

    def inverse(self, y):
        s, t = self.scale_and_shift(y)  # of the kept coordinate, the same in x and y
        return (y - t) * ops.exp(-s)


class FlowBatchNormalization(layers.Layer):
    """Batch normalization, without a scale and a shift of its own, as a step of a flow: section 3.7."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.BatchNormalization(center=False, scale=False)

    def build(self, shape):
        self.norm.build(shape)

    def call(self, x, training=False):
        variance = ops.var(x, axis=0) if training else self.norm.moving_variance
        log_det = -ops.sum(ops.log(variance + self.norm.epsilon)) / 2
        return self.norm(x, training=training), ops.zeros_like(x[:, :1]) + log_det

    def inverse(self, y):
        return y * ops.sqrt(self.norm.moving_variance + self.norm.epsilon) + self.norm.moving_mean


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
