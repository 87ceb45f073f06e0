"""YOURS. What learns. Shapes: b batch."""

import keras
import tensorflow as tf
from keras import layers


class SharpnessAware(keras.Model):
    """Foret et al. 2021: the gradient is taken where, nearby, the loss is highest, and applied where the weights are."""

    radius = 0.05

    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        variables = self.trainable_variables
        with tf.GradientTape() as tape:
            loss = self.compute_loss(
                x=x, y=y, y_pred=self(x, training=True), sample_weight=sample_weight, training=True
            )
        ascent = tape.gradient(loss, [v.value for v in variables])
        length = tf.linalg.global_norm(ascent) + 1e-12
        steps = [self.radius * gradient / length for gradient in ascent]
        for variable, step in zip(variables, steps, strict=True):
            variable.assign_add(step)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=sample_weight, training=True)
        gradients = tape.gradient(loss, [v.value for v in variables])
        for variable, step in zip(variables, steps, strict=True):
            variable.assign_sub(step)  # back to where it was
        self.optimizer.apply_gradients(zip(gradients, variables, strict=True))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(y)[0])
            else:
                metric.update_state(y, y_pred, sample_weight=sample_weight)
        return self.get_metrics_result()


def selu_mlp(inputs, targets, initializer, width, depth, radius):
    """Self-normalizing layers (Klambauer et al. 2017), trained with sharpness-aware minimization."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = image
    for index in range(depth):
        x = layers.Dense(width, "selu", kernel_initializer=initializer.kernel(), name=f"hidden{index}")(x)
        x = layers.AlphaDropout(0.05, seed=index, name=f"drop{index}")(x)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, 10)
    model = SharpnessAware(image, logits, name="selu_mlp")
    model.radius = radius
    return model
