"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks, mixup):
    """Residual blocks with layer normalization, and a sigmoid for each topic."""
    words = keras.Input(inputs.shape, name="words")  # (b, 60)
    x = dense(units, words, initializer, name="stem")  # (b, units)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(units, y, initializer, activation="relu", name=f"wide_{i}")
        x = layers.Add(name=f"sum_{i}")([x, dense(units, y, initializer, name=f"back_{i}")])
    x = layers.LayerNormalization(name="norm")(x)
    topics = dense(targets.shape[0], x, initializer, activation="sigmoid", name="topics")  # (b, 10)
    return Mixed(mixup, inputs=words, outputs=topics, name="tagger")


class Mixed(keras.Model):
    """Trains on convex combinations of pairs of samples and of their targets (mixup, Zhang et al. 2018)."""

    def __init__(self, alpha, **options):
        super().__init__(**options)
        self.alpha = alpha
        self.draw = keras.random.SeedGenerator()

    def train_step(self, data):
        if not self.alpha:
            return super().train_step(data)
        x, y = data
        share = keras.random.beta((ops.shape(x)[0], 1), self.alpha, self.alpha, seed=self.draw)
        x = share * x + (1 - share) * ops.flip(x, axis=0)
        y = share * y + (1 - share) * ops.flip(y, axis=0)
        return super().train_step((x, y))


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
