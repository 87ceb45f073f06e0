"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
import tensorflow as tf
from keras import layers


class Clipped(keras.Model):
    """Trained with all gradients scaled down together where their common norm exceeds `norm`."""

    norm = 1.0

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, self.norm)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=False))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(x)[0])
            else:
                metric.update_state(y, y_pred)
        return {name: value for metric in self.metrics for name, value in results(metric).items()}


def results(metric):
    result = metric.result()
    return result if isinstance(result, dict) else {metric.name: result}


def adder(inputs, targets, initializer, units):
    """A GRU, and a linear answer from its last state."""
    numbers = keras.Input(inputs.shape, dtype=inputs.dtype, name="numbers")  # (b, 24, 2)
    x = layers.GRU(units, name="gru")(numbers)  # (b, units)
    total = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="total",
    )(x)  # (b, 1)
    return Clipped(numbers, total, name="adder")
