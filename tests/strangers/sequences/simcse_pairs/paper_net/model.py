"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def simcse(inputs, targets, initializer, width, temperature, dropout):
    """The vectors of both sentences, of length 1, by one encoder."""
    words = keras.Input(inputs["sentence"].shape, dtype="int32", name="words")
    x = layers.Embedding(inputs["sentence"].classes, width, mask_zero=True, name="embedding")(words)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width), of the words that are there
    x = layers.Dense(width, "tanh", kernel_initializer=initializer.kernel(), name="head")(x)
    encoder = keras.Model(words, layers.UnitNormalization(name="unit")(x), name="encoder")
    pair = {name: keras.Input(inputs[name].shape, dtype="int32", name=name) for name in ("sentence", "paraphrase")}
    vectors = {name: encoder(text) for name, text in pair.items()}
    return Contrastive(pair, vectors, temperature, name="simcse")


class Contrastive(keras.Model):
    """Minimises the cross-entropy of telling a sentence's paraphrase among those of its batch (equation 5)."""

    def __init__(self, inputs, outputs, temperature, **options):
        super().__init__(inputs, outputs, **options)
        self.temperature = temperature
        self.found = keras.metrics.Mean(name="found")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        alike = ops.matmul(y_pred["sentence"], ops.transpose(y_pred["paraphrase"]))  # (b, b)
        own = ops.arange(ops.shape(alike)[0])
        self.found.update_state(ops.cast(ops.argmax(alike, axis=1) == ops.cast(own, "int32"), "float32"))
        loss = keras.losses.sparse_categorical_crossentropy(own, alike / self.temperature, from_logits=True)
        return ops.mean(loss)
