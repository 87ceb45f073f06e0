"""Mean teacher. Shapes: b batch, c classes.

What the paper leaves open, and what is guessed:
    - a perceptron's width: it has convolutions
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, noise, dropout, decay, consistency, ramp):
    """A student and its teacher; both are built here, and begin alike."""

    def perceptron(name):
        x = image = keras.Input(inputs.shape, name="image")
        x = layers.GaussianNoise(noise, name="noise")(x)
        for i, width in enumerate(units):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
            x = layers.Dense(width, "relu", kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
            x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
        return keras.Model(image, logits, name=name)  # (b, c)

    model = MeanTeacher(perceptron("student"), perceptron("teacher"), decay, consistency, ramp, name="mean_teacher")
    model(ops.zeros((1, *inputs.shape)))
    return model


class MeanTeacher(keras.Model):
    """The student learns; the teacher is the moving average of its weights, and is what is judged."""

    def __init__(self, student, teacher, decay, consistency, ramp, **options):
        super().__init__(**options)
        self.student, self.teacher = student, teacher
        self.teacher.trainable = False
        self.teacher.set_weights(student.get_weights())
        self.decay, self.consistency, self.ramp = decay, consistency, ramp
        self.step = self.add_weight(shape=(), initializer="zeros", trainable=False, name="step")

    def call(self, x, training=False):
        return self.student(x, training=True) if training else self.teacher(x, training=False)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        if not training:
            return loss
        wanted = ops.stop_gradient(ops.softmax(self.teacher(x, training=True)))  # noise of its own
        cost = ops.mean((ops.softmax(y_pred) - wanted) ** 2)
        rise = ops.exp(-5 * (1 - ops.minimum(self.step / self.ramp, 1.0)) ** 2)
        return loss + self.consistency * rise * cost

    def train_step(self, *arguments, **options):
        logs = super().train_step(*arguments, **options)
        self.step.assign(self.step + 1)
        decay = ops.minimum(self.decay, 1 - 1 / (self.step + 1))  # short at first, as in the paper's code
        for mean, weight in zip(self.teacher.variables, self.student.variables, strict=False):
            if mean.dtype == "float32":
                mean.assign(decay * mean + (1 - decay) * weight)
        return logs
