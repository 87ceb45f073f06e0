"""YOURS. A small transformer in bfloat16. Shapes: b batch, t positions, d width."""

import keras
from keras import layers

HALF = "mixed_bfloat16"  # weights in float32, arithmetic in bfloat16: no loss scale is needed


def transformer(inputs, targets, initializer, tokens, width, heads, blocks):
    """Pre-normalized blocks with RMS normalization and gated feed-forwards, the mean of all positions at the end."""
    sequence = keras.Input(inputs.shape, dtype=inputs.dtype, name="sequence")  # (b, t)
    x = layers.Embedding(tokens, width, embeddings_initializer="normal", dtype=HALF, name="tokens")(sequence)
    for number in range(1, blocks + 1):
        y = layers.RMSNormalization(dtype=HALF, name=f"norm{number}a")(x)
        y = layers.MultiHeadAttention(
            heads, width // heads, kernel_initializer=initializer.kernel(), dtype=HALF, name=f"attention{number}"
        )(y, y)
        x = layers.Add(dtype=HALF, name=f"sum{number}a")([x, y])  # (b, t, d)
        y = layers.RMSNormalization(dtype=HALF, name=f"norm{number}b")(x)
        gate = dense(y, 2 * width, "swish", initializer, f"gate{number}")
        y = layers.Multiply(dtype=HALF, name=f"gated{number}")(
            [gate, dense(y, 2 * width, None, initializer, f"up{number}")]
        )
        x = layers.Add(dtype=HALF, name=f"sum{number}b")([x, dense(y, width, None, initializer, f"down{number}")])
    x = layers.RMSNormalization(dtype=HALF, name="norm")(x)
    x = layers.GlobalAveragePooling1D(dtype="float32", name="pool")(x)  # (b, d)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, 4)
    return keras.Model(sequence, logits, name="transformer")


def dense(x, units, activation, initializer, name):
    return layers.Dense(
        units, activation=activation, use_bias=False, kernel_initializer=initializer.kernel(), dtype=HALF, name=name
    )(x)
