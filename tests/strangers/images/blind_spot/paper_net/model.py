"""YOURS. Noise2Void. What the paper leaves open, and what is guessed: -

Shapes: b batch, h height, w width.
"""

import keras
from keras import layers, ops, random


def network(inputs, targets, initializer, filters, share):
    """A denoiser that never sees the pixel it is asked for (Krull et al. 2019)."""
    noisy = keras.Input(inputs.shape, name="noisy")
    x = noisy
    for i in range(3):
        x = conv(x, filters, initializer, name=f"conv_{i}")  # (b, h, w, filters)
        x = layers.ReLU(name=f"relu_{i}")(layers.BatchNormalization(name=f"norm_{i}")(x))
    x = conv(x, 1, initializer, name="clean")
    return Noise2Void(noisy, x, share=share, name="noise2void")


def conv(x, filters, initializer, name):
    return layers.Conv2D(
        filters,
        3,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)


class Noise2Void(keras.Model):
    """Trains on blind spots: a share of the pixels is replaced by a neighbour's value, and asked for."""

    def __init__(self, *args, share=0.05, **options):
        super().__init__(*args, **options)
        self.share = share
        self.draws = random.SeedGenerator(0)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if not training:
            return ops.mean((y - y_pred) ** 2)
        blind = random.uniform(ops.shape(x), seed=self.draws) < self.share  # (b, h, w, 1)
        masked = ops.where(blind, neighbour(x, self.draws), x)
        answer = self(masked, training=True)
        blind = ops.cast(blind, x.dtype)
        return ops.sum(blind * (answer - y) ** 2) / ops.maximum(ops.sum(blind), 1)


def neighbour(x, draws):
    """Of each pixel one of its eight neighbours, drawn anew for each; the border is reflected."""
    height, width = x.shape[1:3]
    padded = ops.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="reflect")
    shifts = [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    around = ops.concatenate([padded[:, i : i + height, j : j + width] for i, j in shifts], axis=-1)  # (b, h, w, 8)
    which = random.randint(ops.shape(x)[:3], 0, len(shifts), seed=draws)
    return ops.sum(around * ops.one_hot(which, len(shifts), dtype=x.dtype), axis=-1, keepdims=True)
