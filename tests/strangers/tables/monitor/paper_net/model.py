"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - no paper

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, width, rate):
    """Signals → three convolutions → pooled over time → a logit an alarm."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = signals = keras.Input(inputs.shape, dtype=inputs.dtype, name="signals")  # (b, 48, 6)
    for i, dilation in enumerate([1, 1, 2]):
        fan_in = width * x.shape[-1]
        conv = layers.Conv1D(
            filters, width, padding="same", dilation_rate=dilation, name=f"conv_{i}", **options(fan_in)
        )
        x = conv(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.SpatialDropout1D(rate, name=f"dropout_{i}")(layers.ReLU(name=f"relu_{i}")(x))  # (b, 48, filters)
    mean = layers.GlobalAveragePooling1D(name="mean")(x)
    peak = layers.GlobalMaxPooling1D(name="peak")(x)
    x = layers.Concatenate(name="both")([mean, peak])  # (b, 2 filters)
    logits = layers.Dense(targets.shape[-1], name="alarms", **options(2 * filters))(x)  # (b, 3)
    return keras.Model(signals, logits, name="monitor")
