"""YOURS. What learns: an MLP that leaves out, step by step, what it finds too hard; after Kumar et al. 2010.

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def self_paced(inputs, targets, initializer, width, depth, start, end, steps):
    """Hidden layers with tanh.

    Args:
        start: samples whose loss is larger are left out at first …
        end: … and after so many steps.
    """
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    for number in range(1, depth + 1):
        x = layers.Activation("tanh", name=f"tanh{number}")(dense(x, width, initializer, f"hidden{number}"))
    logits = dense(x, targets.classes, initializer, "logits")  # (b, 3)
    return SelfPaced(point, logits, start=start, end=end, pace=steps, name="self_paced")


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class SelfPaced(keras.Model):
    """Trains on the samples whose loss is below a threshold that falls: the wrong labels are what is hard at last."""

    def __init__(self, *args, start, end, pace, **kwargs):
        super().__init__(*args, **kwargs)
        self.start, self.end, self.pace = start, end, pace

    def train_step(self, data):
        x, y = data
        done = ops.minimum(ops.cast(self.optimizer.iterations, "float32") / self.pace, 1.0)
        threshold = self.start + (self.end - self.start) * done
        with tf.GradientTape() as tape:
            logits = self(x, training=True)
            each = ops.sparse_categorical_crossentropy(y, logits, from_logits=True)  # (b)
            easy = ops.stop_gradient(ops.cast(each <= threshold, "float32"))
            loss = self.compute_loss(x=x, y=y, y_pred=logits, sample_weight=easy, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(x)[0])
        return self.compute_metrics(x, y, logits)
