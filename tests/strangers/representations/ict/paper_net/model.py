import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout, weight, ramp, decay, beta):
    """A student and its teacher, the average of its weights.

    Source: Verma et al. 2019, Interpolation Consistency Training for Semi-Supervised Learning, arXiv 1903.03825.
    """

    def classifier(name):
        x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
        for i, width in enumerate(units):
            x = layers.Dense(
                width, activation="relu", kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=x.shape[-1]), name=f"{name}_{i}",
            )(x)  # fmt: skip
            x = layers.Dropout(dropout, name=f"{name}_dropout_{i}")(x)
        logits = layers.Dense(
            targets.classes, kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]), name=f"{name}_logits",
        )(x)  # fmt: skip
        return image, logits

    teacher = keras.Model(*classifier("teacher"), name="teacher")
    teacher.trainable = False
    return Student(
        *classifier("student"), teacher=teacher, weight=weight, ramp=ramp, decay=decay, beta=beta, name="ict"
    )


class Student(keras.Model):
    """Its answer to a mixture of two samples shall be the mixture of the teacher's answers to them."""

    def __init__(self, *args, teacher, weight, ramp, decay, beta, **options):
        super().__init__(*args, **options)
        self.student_weights = list(self.trainable_variables)
        self.teacher = teacher
        self.weight, self.ramp, self.decay, self.beta = weight, ramp, decay, beta
        self.draws = keras.random.SeedGenerator()
        self.consistency = keras.metrics.Mean(name="consistency")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        supervised = super().compute_loss(x, y, y_pred, sample_weight, training=training)  # of those with a label
        if not training:
            return supervised
        share = keras.random.beta((), self.beta, self.beta, seed=self.draws)
        other = keras.random.shuffle(ops.arange(ops.shape(x)[0]), seed=self.draws)
        mixed = mix(x, ops.take(x, other, axis=0), share)
        taught = ops.softmax(self.teacher(x, training=False), axis=-1)  # (b, classes)
        taught = ops.stop_gradient(mix(taught, ops.take(taught, other, axis=0), share))
        answer = ops.softmax(self(mixed, training=True), axis=-1)
        consistency = ops.mean(ops.sum((answer - taught) ** 2, axis=-1))
        self.consistency.update_state(consistency)
        done = ops.minimum(ops.cast(self.optimizer.iterations, "float32") / self.ramp, 1.0)
        return supervised + self.weight * ops.exp(-5 * (1 - done) ** 2) * consistency

    def train_step(self, *args):
        logs = super().train_step(*args)
        for ours, its in zip(self.student_weights, self.teacher.weights, strict=False):
            its.assign(self.decay * its + (1 - self.decay) * ours)
        return logs


def mix(a, b, share):
    return share * a + (1 - share) * b
