import keras
import tensorflow as tf
from keras import layers, ops

from .losses import cross_entropy, divergence, within


class Trades(keras.Model):
    """Cross-entropy, and beta times how far an attack moves the answer (Zhang et al. 2019, algorithm 1)."""

    def prepared(self, radius, steps, beta):
        self.radius, self.steps, self.beta = radius, steps, beta
        self.random = keras.random.SeedGenerator()
        self.robust = keras.metrics.Mean(name="robust_accuracy")
        return self

    def attacked(self, x, loss):
        """x moved up the loss by some steps of its gradient's signs, within the radius."""
        moved = x + 0.001 * keras.random.normal(ops.shape(x), seed=self.random)
        for _ in range(self.steps):
            with tf.GradientTape() as tape:
                tape.watch(moved)
                value = ops.sum(loss(self(moved, training=False)))
            ascent = ops.sign(tape.gradient(value, moved))
            moved = within(moved + self.radius / 4 * ascent, x, self.radius)
        return ops.stop_gradient(moved)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        clean = ops.stop_gradient(y_pred)
        near = self(self.attacked(x, lambda logits: divergence(clean, logits)), training=training)
        worst = self(self.attacked(x, lambda logits: cross_entropy(y, logits)), training=False)
        self.robust.update_state(ops.cast(ops.equal(ops.argmax(worst, axis=-1), ops.cast(y, "int64")), "float32"))
        return ops.mean(cross_entropy(y, y_pred) + self.beta * divergence(y_pred, near))


def network(inputs, targets, initializer, units, radius, steps, beta):
    """One hidden layer; of it only the robust training is of interest."""
    signal = keras.Input(inputs.shape, name="signal")
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        name="hidden",
    )(signal)  # (b, units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, 2)
    return Trades(signal, logits, name="trades").prepared(radius, steps, beta)
