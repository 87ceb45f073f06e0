"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, depth, end, damping, omega, collocation, weight):
    """u(t), and the equation it is held to wherever it is trained."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = time = keras.Input(inputs.shape, name="time")  # (b, 1)
    for i in range(depth):
        x = dense(x, units, activation="tanh", name=f"hidden_{i}")
    model = PhysicsInformed(time, dense(x, 1, name="u"), name="pinn")
    model.half, model.damping, model.omega, model.weight = end / 2, damping, omega, weight
    model.points = ops.reshape(ops.linspace(-1.0, 1.0, collocation), (-1, 1))
    return model


class PhysicsInformed(keras.Model):
    """Adds the mean squared residual at the collocation points to the loss of the data; the tapes are TensorFlow's."""

    def residual(self, time):
        with tf.GradientTape() as outer:
            outer.watch(time)
            with tf.GradientTape() as inner:
                inner.watch(time)
                u = self(time, training=True)
            velocity = inner.gradient(u, time) / self.half  # by seconds
        acceleration = outer.gradient(velocity, time) / self.half
        return acceleration + 2 * self.damping * velocity + self.omega**2 * u

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        if training:
            loss += self.weight * ops.mean(ops.square(self.residual(self.points) / self.omega**2))
        return loss
