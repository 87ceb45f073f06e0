import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, alpha, probability):
    """Two convolutions with batch normalization, a mean over places, logits."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    for i, (units, strides) in enumerate(((16, 1), (32, 2), (32, 2))):
        x = layers.Conv2D(
            units,
            3,
            strides=strides,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)  # (b, 8, 8, 16), (b, 4, 4, 32), (b, 2, 2, 32)
    x = layers.Flatten(name="flatten")(x)  # (b, 128)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return CutMix(image, logits, alpha=alpha, probability=probability, name="cutmix")  # (b, classes)


class CutMix(keras.Model):
    """A box of each image is replaced by that of another one; the loss weighs both labels by area.

    Source: Yun et al. 2019, equations 1 and 2, algorithm A1.
    """

    def __init__(self, *arguments, alpha, probability, **options):
        super().__init__(*arguments, **options)
        self.alpha, self.probability = alpha, probability
        self.seeds = keras.random.SeedGenerator()  # seeded with the run

    def box(self, height, width):
        """A random box as a mask (1, height, width, 1), 1 inside; its area is 1 - lambda, but for the image's edge."""
        share = keras.random.beta((), self.alpha, self.alpha, seed=self.seeds)  # lambda
        side = ops.sqrt(1 - share)
        row, column = (
            keras.random.uniform((), 0, height, seed=self.seeds),
            keras.random.uniform((), 0, width, seed=self.seeds),
        )
        rows, columns = ops.arange(height, dtype="float32") + 0.5, ops.arange(width, dtype="float32") + 0.5
        down, across = ops.abs(rows - row) < side * height / 2, ops.abs(columns - column) < side * width / 2
        mask = ops.cast(ops.logical_and(down[:, None], across[None, :]), "float32")
        mixed = keras.random.uniform((), seed=self.seeds) < self.probability
        return mask[None, :, :, None] * ops.cast(mixed, "float32")

    def train_step(self, data):
        x, y = data[:2]
        order = keras.random.shuffle(ops.arange(ops.shape(x)[0]), seed=self.seeds)
        mask = self.box(*x.shape[1:3])
        x_mixed = (1 - mask) * x + mask * ops.take(x, order, axis=0)
        kept = 1 - ops.mean(mask)  # the share of the image's own pixels
        with tf.GradientTape() as tape:
            y_pred = self(x_mixed, training=True)
            own = self.compute_loss(x, y, y_pred)
            other = self.compute_loss(x, ops.take(y, order, axis=0), y_pred)
            loss = kept * own + (1 - kept) * other
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        self._loss_tracker.update_state(loss)
        return self.compute_metrics(x, y, y_pred)
