"""YOURS. A network trained on the worst inputs near the true ones. Shapes: b batch."""

import keras
import tensorflow as tf
from keras import layers


@keras.saving.register_keras_serializable(package="paper_net")
class Adversarial(keras.Model):
    """Half of each step's loss is that of the inputs themselves, half that of inputs moved against it.

    Goodfellow et al. 2014, Explaining and Harnessing Adversarial Examples, arXiv 1412.6572, equation in section 6.
    """

    def __init__(self, *args, reach=0.1, **kwargs):
        super().__init__(*args, **kwargs)
        self.reach = reach

    def train_step(self, data):
        x, y = data
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(x)
            loss = self.compute_loss(x, y, self(x, training=False))
        attacked = tf.stop_gradient(x + self.reach * tf.sign(tape.gradient(loss, x)))
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = 0.5 * self.compute_loss(x, y, y_pred) + 0.5 * self.compute_loss(
                attacked, y, self(attacked, training=True)
            )
        variables = self.trainable_variables
        self.optimizer.apply(tape.gradient(loss, variables), variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


def sensors(inputs, targets, initializer, width, reach):
    x = reading = keras.Input(inputs.shape, dtype=inputs.dtype, name="reading")  # (b, 20)
    for number in (1, 2):
        fan_in = x.shape[-1]
        x = layers.Dense(
            width,
            activation="elu",
            kernel_constraint=keras.constraints.MaxNorm(3.0),
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=f"dense{number}",
        )(x)
    logits = layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, 3)
    return Adversarial(reading, logits, reach=reach, name="sensors")
