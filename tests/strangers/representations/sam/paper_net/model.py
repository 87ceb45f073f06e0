"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers


def network(inputs, targets, initializer, units, rho):
    """Fully connected, trained by sharpness-aware minimization; from (b, 64) to logits (b, 10)."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="relu", name=f"hidden_{i}")
    model = SAM(image, dense(x, targets.classes, initializer, name="logits"), name="sam")
    model.rho = rho
    return model


class SAM(keras.Model):
    """The gradient is not taken where the weights are, but where the loss is largest around them.

    Source: Foret et al. 2021, arXiv 2010.01412, algorithm 1. For TensorFlow.
    """

    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        weights = self.trainable_variables

        def gradients():
            with tf.GradientTape() as tape:
                y_pred = self(x, training=True)
                loss = self.compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=weight)
            return tape.gradient(loss, weights), loss, y_pred

        first, loss, y_pred = gradients()
        scale = self.rho / (tf.linalg.global_norm(first) + 1e-12)
        steps = [scale * gradient for gradient in first]
        for variable, step in zip(weights, steps, strict=True):
            variable.assign_add(step)  # uphill, to the worst place at distance rho
        second, _, _ = gradients()
        for variable, step in zip(weights, steps, strict=True):
            variable.assign_sub(step)
        self.optimizer.apply_gradients(zip(second, weights, strict=True))
        for metric in self.metrics:
            metric.update_state(loss) if metric.name == "loss" else metric.update_state(y, y_pred)
        return {name: value for metric in self.metrics for name, value in results(metric).items()}


def results(metric):
    """What a metric, or several in one, says by now."""
    result = metric.result()
    return result if isinstance(result, dict) else {metric.name: result}


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
