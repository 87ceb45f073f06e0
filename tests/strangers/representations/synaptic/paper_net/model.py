"""Synaptic intelligence: weights that mattered to a task are held when the next one is learnt.

Shapes: b batch, c classes. What the paper leaves open, and what is guessed:
    - whether a surrogate's gradient counts into the path integral: it does not, as in the authors' code
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, switch, strength, damping):
    """A perceptron of two hidden layers, trained on task 0, then on task 1."""
    x = pixels = keras.Input(inputs["pixels"].shape, name="pixels")
    for i, width in enumerate([units, units, targets.classes]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        activation = "relu" if i < 2 else None
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=f"dense_{i}")(x)
    model = Synaptic(keras.Model(pixels, x), switch, strength, damping, name="synaptic")
    model.anchor_here()
    model({"pixels": ops.zeros((1, 64)), "task": ops.zeros((1,), "int32")})
    return model


class Synaptic(keras.Model):
    """The surrogate loss of Zenke et al. 2017, equations 3 to 5."""

    def __init__(self, body, switch, strength, damping, **options):
        super().__init__(**options)
        self.body, self.switch, self.strength, self.damping = body, switch, strength, damping

        def like(name):
            return [
                self.add_weight(shape=w.shape, initializer="zeros", trainable=False, name=name) for w in body.weights
            ]

        self.integral, self.importance, self.anchor = like("integral"), like("importance"), like("anchor")
        self.step = self.add_weight(shape=(), initializer="zeros", trainable=False, name="step")

    def anchor_here(self):
        for anchor, w in zip(self.anchor, self.body.weights, strict=False):
            anchor.assign(w)

    def call(self, x, training=False):
        return self.body(x["pixels"], training=training)  # (b, c)

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        weights = self.body.trainable_variables
        at_switch = ops.cast(ops.equal(self.step, self.switch), "float32")
        for w, integral, importance, anchor in zip(weights, self.integral, self.importance, self.anchor, strict=False):
            gained = ops.relu(integral) / ((w - anchor) ** 2 + self.damping)
            importance.assign(importance + at_switch * gained)
            anchor.assign(anchor + at_switch * (w - anchor))
            integral.assign((1 - at_switch) * integral)
        now = ops.cast(self.step >= self.switch, "int32")
        counted = ops.cast(ops.equal(ops.reshape(x["task"], (-1,)), now), "float32")  # (b)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, counted)
        gradients = tape.gradient(loss, weights)
        held = [2 * self.strength * i * (w - a) for i, w, a in zip(self.importance, weights, self.anchor, strict=False)]
        before = [ops.copy(w) for w in weights]
        self.optimizer.apply([g + h for g, h in zip(gradients, held, strict=False)], weights)
        for integral, g, w, old in zip(self.integral, gradients, weights, before, strict=False):
            integral.assign(integral - g * (w - old))
        self.step.assign(self.step + 1)
        self._loss_tracker.update_state(loss)
        return self.compute_metrics(x, y, y_pred, counted)
