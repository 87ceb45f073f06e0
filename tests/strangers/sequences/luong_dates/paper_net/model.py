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


def attention(inputs, targets, initializer, embedding, units):
    """Encoder, decoder, and between them global attention: score(h, s) = h W s; then tanh(W [context; h])."""

    def recurrent(units, name, **options):
        return layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name=name, **options)

    text = keras.Input(inputs["text"].shape, dtype="int32", name="text")
    written = keras.Input(inputs["written"].shape, dtype="int32", name="written")
    x = layers.Embedding(inputs["text"].classes, embedding, mask_zero=True, name="letters")(text)
    x = layers.Bidirectional(recurrent(units // 2, "encoder"), name="both")(x)  # (b, s, units)
    y = layers.Embedding(inputs["written"].classes, embedding, name="digits")(written)
    h = recurrent(units, "decoder")(y)  # (b, t, units)
    context = General(kernel_initializer=initializer.kernel(), name="general")(h, x, text)  # (b, t, units)
    both = layers.Concatenate(name="context_and_state")([context, h])
    both = layers.Dense(units, "tanh", use_bias=False, kernel_initializer=initializer.kernel(), name="attentional")(
        both
    )
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(both)
    return keras.Model({"text": text, "written": written}, logits, name="luong")  # (b, t, classes)


class General(layers.Layer):
    """Mean of the encoder's states s, weighted by softmax over them of h W s; not of what fills up."""

    def __init__(self, kernel_initializer, **options):
        super().__init__(**options)
        self.kernel_initializer = kernel_initializer

    def build(self, h_shape, states_shape, text_shape):
        self.w = self.add_weight(shape=(h_shape[-1], states_shape[-1]), initializer=self.kernel_initializer, name="w")

    def call(self, h, states, text):
        score = ops.einsum("btu,uv,bsv->bts", h, self.w, states)
        score = ops.where(ops.expand_dims(text, 1) == 0, -1e9, score)
        return ops.matmul(ops.softmax(score, axis=-1), states)  # (b, t, units)
