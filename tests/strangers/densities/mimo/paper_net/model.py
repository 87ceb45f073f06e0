"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - which members see a sample twice (Section 4.2, repetition): none

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, members, units):
    """One network that takes several images at once, and has one head for each."""
    images = keras.Input((members, *inputs.shape), name="images")  # (b, m, 64)
    x = layers.Flatten(name="together")(images)  # (b, m * 64)
    x = dense(x, units, initializer, activation="relu", name="hidden_0")
    x = dense(x, units, initializer, activation="relu", name="hidden_1")  # (b, units)
    x = dense(x, members * targets.classes, initializer, name="logits")
    x = layers.Reshape((members, targets.classes), name="heads")(x)  # (b, m, classes)
    return MIMO(keras.Model(images, x, name="core"), members, name="mimo")


class MIMO(keras.Model):
    """In training each head has an image of its own, drawn anew; afterwards all have the same, and are averaged.

    Source: Havasi et al. 2021, Section 2.
    """

    def __init__(self, core, members, **options):
        super().__init__(**options)
        self.core, self.members = core, members
        self.seed = keras.random.SeedGenerator(1)

    def call(self, x):
        images = ops.repeat(ops.expand_dims(x, 1), self.members, axis=1)  # (b, m, 64)
        probabilities = ops.softmax(self.core(images), axis=-1)
        return ops.log(ops.mean(probabilities, axis=1) + 1e-7)  # (b, classes)

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        rows = ops.arange(ops.shape(x)[0])
        order = [keras.random.shuffle(rows, seed=self.seed) for _ in range(self.members)]
        images = ops.stack([ops.take(x, rows, axis=0) for rows in order], axis=1)  # (b, m, 64)
        labels = ops.stack([ops.take(y, rows, axis=0) for rows in order], axis=1)  # (b, m)
        with tf.GradientTape() as tape:
            logits = self.core(images, training=True)  # (b, m, classes)
            loss = self.compute_loss(x=x, y=labels, y_pred=logits)
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        for metric in self.metrics:
            metric.update_state(loss) if metric.name == "loss" else metric.update_state(labels, logits)
        return self.get_metrics_result()


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
