"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - epsilon for digits of 8 x 8: 0.15 of the range

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, epsilon, alpha):
    """A network of two hidden layers, trained on adversarial digits beside the clean ones."""
    x = pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="relu", name=f"hidden_{i}")  # (b, width)
    logits = dense(x, targets.classes, initializer, name="logits")  # (b, classes)
    return Adversarial(pixels, logits, epsilon=epsilon, alpha=alpha, name="adversarial")


class Adversarial(keras.Model):
    """Trains on alpha J(x, y) + (1 - alpha) J(x + epsilon sign(dJ/dx), y), and counts how many attacked ones are right.

    Source: Goodfellow et al. 2015, Section 6.
    """

    def __init__(self, inputs, outputs, epsilon, alpha, **options):
        super().__init__(inputs, outputs, **options)
        self.epsilon, self.alpha = epsilon, alpha
        self.robust = keras.metrics.SparseCategoricalAccuracy(name="robust")

    def attacked(self, x, y):
        """The fast gradient sign method: the step within ±epsilon that the loss grows by most, to first order."""
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = self.compute_loss(x, y, self(x, training=False))
        step = self.epsilon * ops.sign(tape.gradient(loss, x))
        return tf.stop_gradient(ops.clip(x + step, 0.0, 1.0))

    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        harder = self.attacked(x, y)
        with tf.GradientTape() as tape:
            clean, hard = self(x, training=True), self(harder, training=True)
            loss = self.alpha * self.compute_loss(x, y, clean, weight)
            loss += (1 - self.alpha) * self.compute_loss(harder, y, hard, weight)
        variables = self.trainable_variables
        self.optimizer.apply(tape.gradient(loss, variables), variables)
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(y)[0])
        self.robust.update_state(y, hard)
        return self.compute_metrics(x, y, clean, weight)

    def test_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        self.robust.update_state(y, self(self.attacked(x, y), training=False))
        return super().test_step(data)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
