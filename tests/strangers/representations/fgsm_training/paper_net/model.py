"""YOURS. What learns. Shapes: b batch. The attack asks for the gradient of an image: TensorFlow's tape."""

import keras
import tensorflow as tf
from keras import layers


def network(inputs, targets, initializer, filters, epsilon, share):
    """Two convolutions and a linear layer, within a training on attacked images."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    for i, stride in enumerate([1, 2]):
        x = layers.Conv2D(
            filters,
            3,
            strides=stride,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"convolution_{i}",
        )(x)  # (b, 4, 4, filters) in the end
    x = layers.Flatten(name="flatten")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)  # (b, 10)
    return AdversarialTraining(image, x, epsilon=epsilon, share=share, name="adversarial")


class AdversarialTraining(keras.Model):
    """alpha J(x, y) + (1 - alpha) J(x + epsilon sign(dJ/dx), y), and the accuracy on attacked images beside it.

    Source: Goodfellow et al. 2015, arXiv 1412.6572, section 6.
    """

    def __init__(self, *graph, epsilon, share, **options):
        super().__init__(*graph, **options)
        self.epsilon, self.share = epsilon, share
        self.loss_mean = keras.metrics.Mean(name="loss")
        self.robust = keras.metrics.SparseCategoricalAccuracy(name="robust")

    @property
    def metrics(self):
        own = [self.loss_mean, self.robust]
        return own + [metric for metric in super().metrics if metric not in own and metric.name != "loss"]

    def attacked(self, x, y):
        """The fast gradient sign method: the image within epsilon that raises the loss most, to first order."""
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = self.compute_loss(x, y, self(x, training=False))
        step = self.epsilon * tf.sign(tape.gradient(loss, x))
        return tf.stop_gradient(tf.clip_by_value(x + step, 0.0, 1.0))

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        x_attacked = self.attacked(x, y)
        with tf.GradientTape() as tape:
            y_pred, y_attacked = self(x, training=True), self(x_attacked, training=True)
            clean, hard = self.compute_loss(x, y, y_pred), self.compute_loss(x_attacked, y, y_attacked)
            loss = self.share * clean + (1 - self.share) * hard
        self.optimizer.apply_gradients(
            zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights, strict=True)
        )
        return self.scored(x, y, y_pred, y_attacked, loss)

    def test_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        y_pred = self(x, training=False)
        y_attacked = self(self.attacked(x, y), training=False)
        return self.scored(x, y, y_pred, y_attacked, self.compute_loss(x, y, y_pred))

    def scored(self, x, y, y_pred, y_attacked, loss):
        self.loss_mean.update_state(loss, sample_weight=tf.shape(x)[0])
        self.robust.update_state(y, y_attacked)
        logs = self.compute_metrics(x, y, y_pred, None)
        return {**logs, "loss": self.loss_mean.result(), "robust": self.robust.result()}
