"""YOURS. A network that is trained by sharpness-aware steps. Shapes: b batch, t positions, c channels."""

import keras
import tensorflow as tf
from keras import layers, ops


@keras.saving.register_keras_serializable(package="paper_net")
class UnitGain(layers.Layer):
    """Divides each signal by its root mean square: the recorder's gain says nothing."""

    def call(self, signal):
        signal = ops.cast(signal, "float32")
        power = ops.mean(ops.square(signal), axis=(1, 2), keepdims=True)
        return ops.cast(signal * ops.rsqrt(power + 1e-3), self.compute_dtype)


@keras.saving.register_keras_serializable(package="paper_net")
class SharpnessAware(keras.Model):
    """Each step climbs to the worst place within `radius`, and descends with the gradient found there.

    Foret et al. 2020, Sharpness-Aware Minimization, arXiv 2010.01412, algorithm 1.
    """

    def __init__(self, *args, radius=0.05, **kwargs):
        super().__init__(*args, **kwargs)
        self.radius = radius

    def train_step(self, data):
        x, y = data
        weights = self.trainable_variables
        _, _, gradients = self.loss_and_gradients(x, y)
        norm = tf.linalg.global_norm(gradients)
        climbs = [self.radius * gradient / (norm + 1e-12) for gradient in gradients]
        for weight, climb in zip(weights, climbs, strict=False):
            weight.assign_add(climb)
        loss, y_pred, gradients = self.loss_and_gradients(x, y)
        for weight, climb in zip(weights, climbs, strict=False):
            weight.assign_sub(climb)
        self.optimizer.apply(gradients, weights)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}

    def loss_and_gradients(self, x, y):
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred)
        return loss, y_pred, tape.gradient(loss, self.trainable_variables)


def pulses(inputs, targets, initializer, filters, radius):
    """Two convolutions and a linear layer, in half precision where it is safe."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 32, 1)
    x = UnitGain(dtype="mixed_float16", autocast=False, name="unit_gain")(signal)
    for number in (1, 2):
        fan_in = 5 * x.shape[-1]
        x = layers.Conv1D(
            number * filters,
            5,
            strides=2,
            padding="same",
            activation="relu",
            dtype="mixed_float16",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=f"conv{number}",
        )(x)  # (b, 32 / 2**number, number * c)
    x = layers.Flatten(dtype="float32", name="flatten")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 5)
    return SharpnessAware(signal, logits, radius=radius, name="pulses")
