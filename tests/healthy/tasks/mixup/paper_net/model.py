"""YOURS. What learns: a classifier trained on mixtures of two samples each. Shapes: b batch."""

import keras
import tensorflow as tf
from keras import layers


class Mixup(keras.Model):
    """Zhang et al. 2018, mixup, arXiv 1710.09412, with alpha 1: the share of each pair is uniform."""

    def train_step(self, data):
        x, y = data
        order = tf.random.shuffle(tf.range(tf.shape(x)[0]))
        share = tf.random.uniform((tf.shape(x)[0], 1))
        mixed_x = share * x + (1 - share) * tf.gather(x, order)
        mixed_y = share * y + (1 - share) * tf.gather(y, order)
        with tf.GradientTape() as tape:
            y_pred = self(mixed_x, training=True)
            loss = self.compute_loss(x=mixed_x, y=mixed_y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(mixed_y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


def classifier(inputs, targets, initializer, width):
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, 20)
    x = row
    for number in (1, 2):
        x = dense(x, width, initializer, f"hidden{number}")  # (b, width)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm{number}")(x)
        x = layers.LeakyReLU(0.1, name=f"relu{number}")(x)
    logits = dense(x, targets.shape[0], initializer, "logits")  # (b, 4)
    return Mixup(row, logits, name="classifier")


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
