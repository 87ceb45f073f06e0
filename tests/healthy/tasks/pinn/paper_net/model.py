"""YOURS. What learns: u(t), held to a differential equation.

Shapes: b batch.
"""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops


def pinn(inputs, targets, initializer, width, hidden, end, damping, stiffness):
    """A physics-informed network for u'' + damping u' + stiffness u = f, u(0) = 1, u'(0) = 0; Raissi et al. 2019.

    The initial values hold by construction, u = 1 + s² N(s) with s = t / end, as Lagaris et al. 1998 propose.

    Args:
        width: units of the hidden layers.
        hidden: how many of them.
        end: of the interval.
    """
    t = keras.Input(inputs.shape, dtype=inputs.dtype, name="t")  # (b, 1)
    s = layers.Rescaling(1 / end, name="s")(t)
    x = layers.Rescaling(2.0, offset=-1.0, name="centred")(s)
    for number in range(1, hidden + 1):
        x = layers.Activation("tanh", name=f"hidden{number}_tanh")(dense(x, width, initializer, f"hidden{number}"))
    network = dense(x, 1, initializer, "network")  # (b, 1)
    u = StartsAtOne(name="u")([s, network])  # (b, 1)
    return Oscillator(t, u, damping=damping, stiffness=stiffness, name="pinn")


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class StartsAtOne(layers.Layer):
    """1 + 10 s² N: one, and without a slope, at the start. The 10 lets N stay of the order of one."""

    def call(self, both):
        s, network = both
        return 1.0 + 10.0 * ops.square(s) * network

    def compute_output_shape(self, shapes):
        return shapes[1]


class Oscillator(keras.Model):
    """Predicts u; its loss compares u'' + damping u' + stiffness u with the right-hand side, in training and after."""

    def __init__(self, *args, damping, stiffness, **kwargs):
        super().__init__(*args, **kwargs)
        self.damping, self.stiffness = damping, stiffness
        self.solution_tracker = keras.metrics.MeanAbsoluteError(name="solution_error")

    def left_hand_side(self, t, training):
        with tf.GradientTape() as second:
            second.watch(t)
            with tf.GradientTape() as first:
                first.watch(t)
                u = self(t, training=training)
            speed = first.gradient(u, t)  # (b, 1); u of a sample depends on its own t only
        acceleration = second.gradient(speed, t)
        return u, acceleration + self.damping * speed + self.stiffness * u

    def train_step(self, data):
        t, f = data
        with tf.GradientTape() as tape:
            u, left = self.left_hand_side(t, training=True)
            loss = self.compute_loss(x=t, y=f, y_pred=left, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return self.scored(t, f, u, left, loss)

    def test_step(self, data):
        t, f = data
        u, left = self.left_hand_side(t, training=False)
        return self.scored(t, f, u, left, self.compute_loss(x=t, y=f, y_pred=left, training=False))

    def scored(self, t, f, u, left, loss):
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(t)[0])
        self.solution_tracker.update_state(solution(t, self.damping, self.stiffness), u)
        return self.compute_metrics(t, f, left)


def solution(t, damping, stiffness):
    """u in closed form, to judge by only: what the push sustains, and what the start leaves behind."""
    gap, drag = stiffness - 9.0, 3.0 * damping  # of 2 cos 3t
    a, b = 2 * gap / (gap**2 + drag**2), 2 * drag / (gap**2 + drag**2)
    rate = damping / 2
    frequency = np.sqrt(stiffness - rate**2)
    c = 1.0 - a
    d = (rate * c - 3.0 * b) / frequency
    sustained = a * ops.cos(3 * t) + b * ops.sin(3 * t)
    return sustained + ops.exp(-rate * t) * (c * ops.cos(frequency * t) + d * ops.sin(frequency * t))
