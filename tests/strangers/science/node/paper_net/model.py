"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, step):
    """A learnt rate of change, integrated from the start by Runge and Kutta's method of order 4."""
    start = keras.Input(inputs.shape, name="start")  # (b, 2)
    course = Flow(targets.shape[0], step, units, initializer, name="flow")(start)  # (b, times, 2)
    return keras.Model(start, course, name="neural_ode")


class Flow(layers.Layer):
    def __init__(self, times, step, units, initializer, **options):
        super().__init__(**options)
        self.times, self.step, self.units = times, step, units

        def dense(width, fan_in, **given):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **given)

        self.hidden = dense(units, 2, activation="tanh")
        self.rate = dense(2, units)

    def build(self, shape):
        self.hidden.build(shape)
        self.rate.build((None, self.units))

    def f(self, z):
        return self.rate(self.hidden(z))

    def call(self, z):
        course, h = [], self.step
        for _ in range(self.times):
            a = self.f(z)
            b = self.f(z + h / 2 * a)
            c = self.f(z + h / 2 * b)
            z = z + h / 6 * (a + 2 * b + 2 * c + self.f(z + h * c))
            course.append(z)
        return ops.stack(course, axis=1)
