"""YOURS. A train_step by hand, on TensorFlow."""

import keras
import tensorflow as tf


def slope(function, x):
    """The gradient of the sum of function(x) with respect to x, of x's shape."""
    with tf.GradientTape() as tape:
        tape.watch(x)
        value = function(x)
    return tape.gradient(value, x)


class Trained(keras.Model):
    """A subclass says what the loss of a batch is, and what of it is tracked."""

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss, *told = self.loss_of(data, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return self.tracked(data, loss, *told)


class Tested(Trained):
    """Its test_step by hand, too."""

    def test_step(self, data):
        return self.tracked(data, *self.loss_of(data, training=False))
