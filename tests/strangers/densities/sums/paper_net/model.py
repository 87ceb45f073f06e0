"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, t characters.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Embedding, one recurrent layer, logits of the next character.

    Args:
        embedding: width of a character.
        units: of the recurrent layer.
    """
    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(text)  # (b, t, embedding)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="gru")(
        x
    )  # (b, t, units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)
    return keras.Model(text, x, name="language_model")  # (b, t, classes)
