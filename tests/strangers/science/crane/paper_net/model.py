"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, steps, moment, limit):
    """A policy that brings trolley and load to rest at 0, learnt through the equations of motion.

    Args:
        units: of the policy's hidden layer.
        steps: of a trajectory.
        moment: seconds of a step.
        limit: angle of the load that shall not be exceeded, in rad.

    Returns:
        A model from beginnings (b, 4) to trajectories (b, steps, 5): state, and the acceleration of the trolley.
    """
    start = keras.Input(inputs.shape, dtype=inputs.dtype, name="start")
    clock = layers.Lambda(lambda x: ops.zeros((ops.shape(x)[0], steps, 1)), output_shape=(steps, 1), name="clock")(
        start
    )
    loop = layers.RNN(ClosedLoop(units, initializer, moment), return_sequences=True, name="trajectory")
    return Crane(start, loop(clock, initial_state=[start]), limit=limit, name="crane")


class ClosedLoop(layers.Layer):
    """One step of policy and motion, as the cell of a recurrent layer whose state is the crane's."""

    def __init__(self, units, initializer, moment, strongest=1.5, **options):
        super().__init__(**options)
        self.state_size, self.output_size = 4, 5
        self.moment, self.strongest = moment, strongest
        self.hidden = layers.Dense(units, activation="tanh", kernel_initializer=initializer.kernel())
        self.force = layers.Dense(1, activation="tanh", kernel_initializer=initializer.kernel())

    def build(self, shape):
        self.hidden.build((None, 4))
        self.force.build((None, self.hidden.units))

    def call(self, clock, states, training=None):
        (state,) = states
        u = self.strongest * self.force(self.hidden(state * np.array([1, 1, 5, 5], "float32")))  # (b, 1)
        return ops.concatenate([state, u], axis=-1), [self.moved(state, u)]

    def moved(self, state, u, gravity=9.81, length=2.0):
        place, speed, angle, spin = (state[:, i : i + 1] for i in range(4))
        twist = -(gravity * ops.sin(angle) + u * ops.cos(angle)) / length - 0.05 * spin
        speed, spin = speed + self.moment * u, spin + self.moment * twist
        place, angle = place + self.moment * speed, angle + self.moment * spin
        return ops.concatenate([place, speed, angle, spin], axis=-1)


class Crane(keras.Model):
    """A policy, trained by what its trajectories cost."""

    def __init__(self, *args, limit=0.15, **options):
        super().__init__(*args, **options)
        self.limit = limit
        self.way = keras.metrics.Mean("way")
        self.swing = keras.metrics.Mean("swing")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        place, speed, angle, u = y_pred[..., 0], y_pred[..., 1], y_pred[..., 2], y_pred[..., 4]
        too_far = ops.relu(ops.abs(angle) - self.limit) ** 2
        cost = place**2 + 0.1 * speed**2 + 0.02 * u**2 + 500 * too_far  # (b, steps)
        self.way.update_state(ops.abs(place[:, -10:]))  # how far from 0 at the end, m
        self.swing.update_state(ops.cast(ops.abs(angle) > self.limit + 0.01, "float32"))  # share of the time
        return ops.mean(cost)
