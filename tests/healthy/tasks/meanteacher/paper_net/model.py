"""YOURS. What learns: a student, taught by the moving average of its own weights.

Shapes: b batch, c classes.
"""

import keras
import tensorflow as tf
from keras import layers, ops

from .recipe import show


def mean_teacher(inputs, targets, initializer, filters, hidden, noise, decay, weight, ramp_up):
    """A student and its mean teacher; Tarvainen & Valpola 2017.

    Args:
        filters: of the first convolution; the second has twice as many.
        hidden: units before the logits.
        noise: standard deviation of what is added to the images in training, anew for student and teacher.
        decay: share of the teacher's weights that stays in a step.
        weight: of the consistency, in the end.
        ramp_up: steps until then.
    """
    image, logits = classifier(inputs, targets, initializer, filters, hidden, noise)
    return MeanTeacher(image, logits, decay=decay, weight=weight, ramp_up=ramp_up, name="mean_teacher")


def classifier(inputs, targets, initializer, filters, hidden, noise):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    x = layers.GaussianNoise(noise, name="noise")(image)
    x = layers.Reshape((*inputs.shape, 1), name="channel")(x)  # (b, 8, 8, 1)
    x = convolution(x, filters, initializer, "conv1")  # (b, 4, 4, filters)
    x = convolution(x, 2 * filters, initializer, "conv2")  # (b, 2, 2, 2 * filters)
    x = layers.Flatten(name="flatten")(x)  # (b, 8 * filters)
    x = layers.ReLU(name="hidden_relu")(dense(x, hidden, initializer, "hidden"))  # (b, hidden)
    return image, dense(x, targets.classes, initializer, "logits")  # (b, 10)


def convolution(x, filters, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
    x = layers.Conv2D(filters, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return layers.MaxPooling2D(2, name=f"{name}_pool")(x)  # (b, h / 2, w / 2, filters)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class MeanTeacher(keras.Model):
    """The student is the model itself; its teacher has the same layers and is never trained, only averaged.

    The teacher is what is evaluated and what predicts, as in the paper.
    """

    def __init__(self, *args, decay, weight, ramp_up, **kwargs):
        super().__init__(*args, **kwargs)
        self.decay, self.weight, self.ramp_up = decay, weight, ramp_up
        students = self.get_weights()
        self.teacher = keras.models.clone_model(keras.Model(self.inputs, self.outputs, name="teacher"))
        self.teacher.set_weights(students)
        self.teacher.trainable = False

    def train_step(self, data):
        x, y = data
        taught = ops.softmax(self.teacher(x, training=True), axis=-1)  # (b, c); noisy, and without a gradient
        with tf.GradientTape() as tape:
            logits = self(x, training=True)
            supervised = self.compute_loss(x=x, y=y, y_pred=logits, training=True)
            consistency = ops.mean(ops.square(ops.softmax(logits, axis=-1) - ops.stop_gradient(taught)))
            loss = supervised + self.ramped_weight() * consistency
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.follow()
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(x)[0])
        show("consistency", consistency)
        return self.compute_metrics(x, y, logits)

    def ramped_weight(self):
        done = ops.cast(self.optimizer.iterations, "float32") / self.ramp_up
        return self.weight * ops.exp(-5.0 * ops.square(1.0 - ops.minimum(done, 1.0)))

    def follow(self):
        """The teacher's weights move a little towards the student's; early on more, as its start is random."""
        step = ops.cast(self.optimizer.iterations, "float32")
        decay = ops.minimum(self.decay, 1.0 - 1.0 / (step + 1.0))
        for teachers, students in zip(self.teacher.weights, self.trainable_weights, strict=True):
            teachers.assign(decay * teachers + (1.0 - decay) * students)

    def test_step(self, data):
        x, y = data
        logits = self.teacher(x, training=False)
        loss = self.compute_loss(x=x, y=y, y_pred=logits, training=False)
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(x)[0])
        return self.compute_metrics(x, y, logits)

    def predict_step(self, data):
        x = data[0] if isinstance(data, tuple) else data
        return self.teacher(x, training=False)
