"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the classifier: one hidden layer, where the paper's has none
    - one optimizer steps both, at one rate

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, alpha):
    """A classifier whose adversary cannot tell the group from its answer and the truth: equality of odds.

    Args:
        units: of the classifier's hidden layer.
        alpha: weight of the step against the adversary.

    Source: Zhang, Lemoine & Mitchell 2018, Mitigating Unwanted Biases with Adversarial Learning.
    """
    x = person = keras.Input(inputs.shape, dtype=inputs.dtype, name="person")  # (b, 8)
    for width, activation, name in [(units, "relu", "hidden"), (1, None, "paid")]:
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    return Debiased(Adversary(initializer.kernel(), name="adversary"), alpha, inputs=person, outputs=x, name="debiased")


class Adversary(layers.Layer):
    """Section 4: the logit of the group, from s = sigmoid((1 + |c|) logit), s y and s (1 - y)."""

    def __init__(self, kernel, **options):
        super().__init__(**options)
        self.kernel = kernel

    def build(self, logit_shape, y_shape):
        self.c = self.add_weight(shape=(), initializer="zeros", name="c")
        self.w = self.add_weight(shape=(3, 1), initializer=self.kernel, name="w")
        self.b = self.add_weight(shape=(1,), initializer="zeros", name="b")

    def call(self, logit, y):
        s = ops.sigmoid((1 + ops.abs(self.c)) * logit)  # (b, 1)
        return ops.matmul(ops.concatenate([s, s * y, s * (1 - y)], axis=-1), self.w) + self.b  # (b, 1)


class Debiased(keras.Model):
    """The classifier; in training each of its steps takes out what would help the adversary (equation 1)."""

    def __init__(self, adversary, alpha, **options):
        super().__init__(**options)
        self.adversary, self.alpha = adversary, alpha
        self.adversary.build((None, 1), (None, 1))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(keras.losses.binary_crossentropy(y[:, :1], y_pred, from_logits=True))

    def train_step(self, data):
        x, y = data[:2]
        against = self.adversary.trainable_variables
        own = [v for v in self.trainable_variables if all(v is not a for a in against)]
        with tf.GradientTape(persistent=True) as tape:
            logit = self(x, training=True)
            loss = self.compute_loss(x, y, logit)
            guess = self.adversary(logit, y[:, :1])
            adversary_loss = ops.mean(keras.losses.binary_crossentropy(y[:, 1:], guess, from_logits=True))
        steps = []
        of_loss = tape.gradient(loss, [v.value for v in own])
        of_adversary = tape.gradient(adversary_loss, [v.value for v in own])
        for g, a in zip(of_loss, of_adversary, strict=True):
            unit = a / (ops.norm(a) + 1e-8)
            steps.append(g - ops.sum(unit * g) * unit - self.alpha * a)
        steps += tape.gradient(adversary_loss, [v.value for v in against])
        self.optimizer.apply(steps, own + against)
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(x)[0])
        return self.compute_metrics(x, y, logit)
