"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the radius for images of 8 by 8: such that an undefended one is right about one time in seven

Shapes: b batch, f filters.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, filters, units, beta, epsilon, step, steps):
    """A small convolutional classifier, trained by TRADES.

    Args:
        filters, units: width of the convolutions, and of the hidden layer.
        beta: weight of the robustness term, 1 / lambda in the paper.
        epsilon: how far a pixel may be moved.
        step, steps: size and number of the adversary's steps.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = image
    for i, width in enumerate((filters, 2 * filters)):
        bias = initializer.bias(fan_in=9 * x.shape[-1])
        options = {"kernel_initializer": initializer.kernel(), "bias_initializer": bias, "activation": "relu"}
        x = layers.Conv2D(width, 3, padding="same", name=f"conv_{i}", **options)(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 4, 4, f), (b, 2, 2, 2 f)
    x = layers.Flatten(name="flatten")(x)
    for name, width, activation in (("hidden", units, "relu"), ("logits", targets.classes, None)):
        bias = initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": initializer.kernel(), "bias_initializer": bias, "activation": activation}
        x = layers.Dense(width, name=name, **options)(x)
    return Trades(image, x, name="trades", beta=beta, epsilon=epsilon, step=step, steps=steps)  # (b, 10)


class Trades(keras.Model):
    """loss(f(x), y) + beta * max KL(f(x) || f(x')), over x' within epsilon of x.

    Source: Zhang et al. 2019, Theoretically Principled Trade-off between Robustness and Accuracy, algorithm 1.
    """

    def __init__(self, *args, beta, epsilon, step, steps, **options):
        super().__init__(*args, **options)
        self.beta, self.epsilon, self.step, self.steps = beta, epsilon, step, steps
        self.robust = keras.metrics.SparseCategoricalAccuracy(name="robust")
        self.noise = keras.random.SeedGenerator(0)

    def attack(self, x, objective):
        """The x' within epsilon of x that makes the objective of the logits large, by signed gradient ascent."""
        moved = x + 0.001 * keras.random.normal(ops.shape(x), seed=self.noise)
        for _ in range(self.steps):
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch(moved)
                value = ops.sum(objective(self(moved, training=False)))
            moved = moved + self.step * ops.sign(tape.gradient(value, moved))
            moved = ops.clip(ops.clip(moved, x - self.epsilon, x + self.epsilon), 0, 1)
        return ops.stop_gradient(moved)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        natural = super().compute_loss(x, y, y_pred, sample_weight, training=training)
        moved = self.attack(x, lambda logits: kl(ops.stop_gradient(y_pred), logits))
        logits = self(moved, training=training)
        if training:  # validation has an adversary of its own, who knows the class
            self.robust.update_state(y, logits)
        return natural + self.beta * ops.mean(kl(y_pred, logits))

    def test_step(self, data):
        x, y = data[:2]
        logs = super().test_step(data)
        moved = self.attack(x, lambda logits: ops.sparse_categorical_crossentropy(y, logits, from_logits=True))
        self.robust.update_state(y, self(moved, training=False))
        return {**logs, "robust": self.robust.result()}


def kl(p, q):
    """KL(p || q) of two sets of logits; Float["b"]."""
    log_p, log_q = ops.log_softmax(p), ops.log_softmax(q)
    return ops.sum(ops.exp(log_p) * (log_p - log_q), axis=-1)
