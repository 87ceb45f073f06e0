"""YOURS. A convolutional network that learns from mixtures of two samples. Shapes: b batch, t positions, c channels."""

import keras
import tensorflow as tf
from keras import layers


@keras.saving.register_keras_serializable(package="paper_net")
class Mixup(keras.Model):
    """Each batch is mixed with itself in another order; Zhang et al. 2017, arXiv 1710.09412, with alpha = 1."""

    def train_step(self, data):
        x, y = data
        share = tf.random.uniform([])
        order = tf.random.shuffle(tf.range(tf.shape(x)[0]))
        mixed = share * x + (1 - share) * tf.gather(x, order)
        with tf.GradientTape() as tape:
            y_pred = self(mixed, training=True)
            loss = share * self.compute_loss(mixed, y, y_pred)
            loss += (1 - share) * self.compute_loss(mixed, tf.gather(y, order), y_pred)
        variables = self.trainable_variables
        self.optimizer.apply(tape.gradient(loss, variables), variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


def chirps(inputs, targets, initializer, filters):
    """Two wide convolutions, layer-normalized, and the greatest response of each over time."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 48, 1)
    x = signal
    for number in (1, 2):
        fan_in = 9 * x.shape[-1]
        x = layers.Conv1D(
            filters,
            9,
            strides=2,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=f"conv{number}",
        )(x)
        x = layers.LayerNormalization(name=f"norm{number}")(x)
        x = layers.Activation("gelu", name=f"gelu{number}")(x)  # (b, 48 / 2**number, c)
    x = layers.Conv1D(2 * filters, 12, activation="gelu", kernel_initializer=initializer.kernel(), name="whole")(
        x
    )  # (b, 1, 2c)
    x = layers.Flatten(name="flatten")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 3)
    return Mixup(signal, logits, name="chirps")
