"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, k bins.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, flows, bins, bound, units):
    """A neural spline flow: points (b, 2) to their log density (b,)."""
    return SplineFlow(inputs.shape[0], initializer, flows, bins, bound, units, name="spline_flow")


def conditioner(initializer, units, outputs, name):
    """From one half of the coordinates to the spline parameters of the other; begins as the identity map."""
    x = first = keras.Input((1,))
    for width in (units, units):
        x = layers.Dense(
            width,
            "relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        )(x)
    return keras.Model(first, layers.Dense(outputs, kernel_initializer="zeros")(x), name=name)


def spline(x, widths, heights, slopes, bound, smallest=1e-3):
    """Monotonic rational-quadratic spline of x (b, 1), equations 4 and 5: its value and the log of its derivative."""
    bins = widths.shape[-1]
    widths = 2 * bound * (smallest + (1 - smallest * bins) * ops.softmax(widths, axis=-1))  # (b, k)
    heights = 2 * bound * (smallest + (1 - smallest * bins) * ops.softmax(heights, axis=-1))  # (b, k)
    ones = ops.ones_like(x)
    slopes = ops.concatenate([ones, smallest + ops.softplus(slopes + 0.5413), ones], axis=-1)  # (b, k + 1)
    left = ops.cumsum(widths, axis=-1) - widths - bound  # (b, k), left edge of each bin
    low = ops.cumsum(heights, axis=-1) - heights - bound
    inside = ops.logical_and(x > -bound, x < bound)
    clipped = ops.clip(x, -bound, bound)
    index = ops.sum(ops.cast(clipped >= left[:, 1:], "int32"), axis=-1)  # (b,)
    at = ops.one_hot(index, bins)  # (b, k)

    def pick(values):
        return ops.sum(at * values, axis=-1, keepdims=True)  # (b, 1)

    width, height, x0, y0 = pick(widths), pick(heights), pick(left), pick(low)
    d0, d1, s = pick(slopes[:, :-1]), pick(slopes[:, 1:]), height / width
    xi = ops.clip((clipped - x0) / width, 0.0, 1.0)
    below = s + (d1 + d0 - 2 * s) * xi * (1 - xi)
    y = y0 + height * (s * xi**2 + d0 * xi * (1 - xi)) / below
    slope = 2 * ops.log(s) + ops.log(d1 * xi**2 + 2 * s * xi * (1 - xi) + d0 * (1 - xi) ** 2) - 2 * ops.log(below)
    return ops.where(inside, y, x), ops.where(inside, slope, 0.0)


class SplineFlow(keras.Model):
    """Data to noise by coupling layers, each of which moves one coordinate by a spline that the other one decides."""

    def __init__(self, size, initializer, flows, bins, bound, units, **options):
        super().__init__(**options)
        self.bins, self.bound = bins, bound
        self.conditioners = [conditioner(initializer, units, 3 * bins - 1, f"flow_{i}") for i in range(flows)]

    def call(self, x):
        kept, moved = x[:, :1], x[:, 1:]
        log_det = 0.0
        for net in self.conditioners:
            parameters = net(kept)
            moved, slope = spline(
                moved,
                parameters[:, : self.bins],
                parameters[:, self.bins : 2 * self.bins],
                parameters[:, 2 * self.bins :],
                self.bound,
            )
            log_det = log_det + slope
            kept, moved = moved, kept  # the other one is moved next
        z = ops.concatenate([kept, moved], axis=-1)
        log_base = -0.5 * ops.sum(z**2, axis=-1) - math.log(2 * math.pi)
        return log_base + log_det[:, 0]  # (b,)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return -ops.mean(y_pred)
