"""Differentially private SGD (Abadi et al. 2016, algorithm 1). Shapes: b batch."""

import keras
import tensorflow as tf
from keras import layers


def network(inputs, targets, initializer, units, bound, noise):
    answers = keras.Input(inputs.shape, name="answers")
    x = dense(units, answers, initializer, activation="tanh", name="hidden")  # (b, units)
    logits = dense(targets.classes, x, initializer, name="logits")  # (b, classes)
    return Private(inputs=answers, outputs=logits, bound=bound, noise=noise)


class Private(keras.Model):
    """Each sample's gradient is clipped, and noise hides whose it was."""

    def __init__(self, inputs, outputs, bound, noise, **options):
        super().__init__(inputs=inputs, outputs=outputs, **options)
        self.bound, self.noise = bound, noise
        self.seeds = keras.random.SeedGenerator()

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            losses = keras.losses.sparse_categorical_crossentropy(y, y_pred, from_logits=True)  # (b)
        weights = [weight.value for weight in self.trainable_weights]
        of_samples = tape.jacobian(losses, weights)  # each (b, *weight)

        squares = [tf.reduce_sum(tf.reshape(g, (tf.shape(y)[0], -1)) ** 2, axis=1) for g in of_samples]
        norm = tf.sqrt(tf.add_n(squares))  # (b)
        factor = tf.minimum(1.0, self.bound / tf.maximum(norm, 1e-12))
        count = tf.cast(tf.shape(y)[0], tf.float32)
        gradients = []
        for g in of_samples:
            total = tf.tensordot(factor, g, axes=1)
            total += self.noise * self.bound * keras.random.normal(g.shape[1:], seed=self.seeds)
            gradients.append(total / count)
        self.optimizer.apply(gradients, self.trainable_weights)

        self._loss_tracker.update_state(tf.reduce_mean(losses), sample_weight=count)
        return self.compute_metrics(x, y, y_pred)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
