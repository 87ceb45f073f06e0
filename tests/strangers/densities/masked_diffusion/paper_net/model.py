"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, l length, v symbols without the mask.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, wide, blocks):
    """From a sequence (b, l), of which some symbols are masked, to logits of the symbols behind them (b, l, v)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    length, mask = inputs.shape[0], inputs.classes - 1
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")
    x = layers.Embedding(inputs.classes, units, name="symbols")(words)  # (b, l, units)
    x = dense(wide, layers.Flatten(name="flatten")(x), name="first")  # (b, wide)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = x + dense(wide, dense(wide, y, activation="relu", name=f"up_{i}"), name=f"down_{i}")
    x = dense(length * mask, layers.LayerNormalization(name="norm")(x), name="last")
    logits = layers.Reshape((length, mask), name="logits")(x)  # (b, l, v)
    return MaskedDiffusion(mask, words, logits, name="masked_diffusion")


class MaskedDiffusion(keras.Model):
    """The bound of equation 10 with the linear schedule alpha = 1 - t, in nats a symbol."""

    def __init__(self, mask, inputs, outputs, **options):
        super().__init__(inputs=inputs, outputs=outputs, **options)
        self.mask = mask
        self.seeds = keras.random.SeedGenerator(11)
        self.hit = keras.metrics.Mean(name="hit")  # of the masked symbols

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        n = ops.shape(x)[0]
        offset = keras.random.uniform((1,), seed=self.seeds)
        t = (offset + ops.arange(n, dtype="float32") / ops.cast(n, "float32")) % 1.0  # low-discrepancy sampler
        t = (0.02 + 0.98 * t)[:, None]  # (b, 1); not too close to 0, where few symbols weigh much
        hidden = keras.random.uniform(ops.shape(x), seed=self.seeds) < t  # (b, l)
        logits = self(ops.where(hidden, self.mask, x), training=training)
        error = keras.losses.sparse_categorical_crossentropy(x, logits, from_logits=True)  # (b, l)
        hidden = ops.cast(hidden, error.dtype)
        right = ops.cast(ops.equal(ops.cast(ops.argmax(logits, axis=-1), x.dtype), x), error.dtype)
        self.hit.update_state(right, sample_weight=hidden)
        return ops.mean(hidden * error / t)  # -alpha' / (1 - alpha) = 1 / t
