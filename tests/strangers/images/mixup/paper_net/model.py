"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the share is drawn once a batch, as in the authors' code

Shapes: b batch.
"""

import keras
from keras import layers, ops, random


def network(inputs, targets, initializer, alpha, units):
    """Two convolutions and a hidden layer, trained by mixup."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = image
    for i, filters in enumerate([16, 32]):
        x = layers.Conv2D(
            filters, 3, padding="same", activation="relu", name=f"conv_{i}", **start(initializer, 9 * x.shape[-1])
        )(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 4, 4, 16), (b, 2, 2, 32)
    x = layers.Flatten(name="flatten")(x)  # (b, 128)
    x = layers.Dense(units, activation="relu", name="hidden", **start(initializer, x.shape[-1]))(x)
    logits = layers.Dense(targets.classes, name="logits", **start(initializer, units))(x)  # (b, classes)
    return Mixup(image, logits, alpha=alpha, name="mixup")


def start(initializer, fan_in):
    return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}


class Mixup(keras.Model):
    """Each step learns from lam * batch + (1 - lam) * the same batch in another order, images and losses alike.

    Source: Zhang et al. 2018, Figure 1a.
    """

    def __init__(self, *args, alpha, **options):
        super().__init__(*args, **options)
        self.alpha = alpha
        self.draw = random.SeedGenerator(0)

    def train_step(self, data):
        import tensorflow as tf

        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        lam = random.beta((), self.alpha, self.alpha, seed=self.draw)
        order = random.shuffle(ops.arange(ops.shape(x)[0]), seed=self.draw)
        other, y_other = ops.take(x, order, axis=0), ops.take(y, order, axis=0)
        mixed = lam * x + (1 - lam) * other
        with tf.GradientTape() as tape:
            logits = self(mixed, training=True)
            loss = lam * self.compute_loss(mixed, y, logits)
            loss += (1 - lam) * self.compute_loss(mixed, y_other, logits)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=True))
        self._loss_tracker.update_state(loss)
        return self.compute_metrics(mixed, y, logits)
