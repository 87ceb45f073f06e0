import keras
import tensorflow as tf
from keras import layers, ops


def box(height, width, share, row, column):
    """1 in the box around (row, column) that has `share` of the image, cut off at its borders (equation 2)."""
    side = ops.sqrt(ops.cast(share, "float32"))
    rows = ops.abs(ops.arange(height, dtype="float32") + 0.5 - row) < height * side / 2  # (h)
    columns = ops.abs(ops.arange(width, dtype="float32") + 0.5 - column) < width * side / 2  # (w)
    return ops.cast(ops.logical_and(rows[:, None], columns), "float32")  # (h, w)


class CutMix(keras.Model):
    """Half of the batches get a box of other images, and their labels by its area (Yun et al. 2019, algorithm A1)."""

    def prepared(self, probability):
        self.probability, self.random = probability, keras.random.SeedGenerator()
        return self

    def train_step(self, data):
        x, y = data
        height, width = x.shape[1:3]
        drawn = keras.random.uniform((4,), seed=self.random)
        share = drawn[0] * ops.cast(drawn[3] < self.probability, "float32")
        inside = box(height, width, share, drawn[1] * height, drawn[2] * width)[:, :, None]  # (h, w, 1)
        other = keras.random.shuffle(ops.arange(ops.shape(x)[0]), seed=self.random)  # (b)
        mixed = (1 - inside) * x + inside * ops.take(x, other, axis=0)  # (b, h, w, 1)
        kept = 1 - ops.mean(inside)
        with tf.GradientTape() as tape:
            logits = self(mixed, training=True)  # (b, 10)
            own = self.compute_loss(x, y, logits)
            pasted = self.compute_loss(x, ops.take(y, other, axis=0), logits)
            loss = kept * own + (1 - kept) * pasted
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        self._loss_tracker.update_state(loss)
        return self.compute_metrics(x, y, logits)


def network(inputs, targets, initializer, width, probability):
    """A small network of convolutions."""
    x = signal = keras.Input(inputs.shape, name="signal")  # (b, 8, 8, 1)
    for number, strides in enumerate((1, 2, 2)):
        x = layers.Conv2D(
            width,
            3,
            strides=strides,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv{number}",
        )(x)
    x = layers.Flatten(name="flat")(x)  # (b, 4 * width)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return CutMix(signal, logits, name="cutmix").prepared(probability)
