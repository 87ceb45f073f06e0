"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Residues (b, l) to logits of their structure (b, l, 3) and their exposure (b, l)."""

    def begin(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    residues = keras.Input(inputs.shape, dtype=inputs.dtype, name="residues")
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(residues)
    x = layers.Conv1D(units, 5, padding="same", **begin(5 * embedding), name="neighbours")(x)
    x = layers.Activation("silu", name="silu")(layers.LayerNormalization(name="norm")(x))
    gru = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="gru")
    x = layers.Dropout(0.2, name="dropout")(layers.Bidirectional(gru, name="along")(x))  # (b, l, 2 units)
    structure = layers.Dense(targets["structure"].classes, **begin(2 * units), name="structure")(x)
    exposure = layers.Dense(1, activation="sigmoid", **begin(2 * units), name="to_water")(x)
    exposure = layers.Reshape(targets["exposure"].shape, name="exposure")(exposure)
    return keras.Model(residues, {"structure": structure, "exposure": exposure}, name="secondary")
