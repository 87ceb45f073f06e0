"""YOURS. What learns. b batch, t steps, d width."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, dropout):
    """Returns-to-go, states and actions of t steps to the logits of each step's action (b, t, 4).

    Source: Chen et al. 2021, arXiv 2106.01345, Section 3 and Algorithm 1.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    steps = given["actions"].shape[1]
    time = layers.Embedding(steps, width, name="time")(ops.arange(steps))  # (t, d)
    returns = dense(width, given["returns"], name="return_token") + time  # (b, t, d)
    states = dense(width, given["states"], name="state_token") + time
    actions = layers.Embedding(inputs["actions"].classes, width, name="action_token")(given["actions"]) + time
    x = ops.stack([returns, states, actions], axis=2)  # (b, t, 3, d)
    x = layers.Reshape((3 * steps, width), name="tokens")(x)  # R1 s1 a1 R2 s2 a2 …
    x = layers.LayerNormalization(name="norm")(x)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_a{i}")(x)
        attention = layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"attention{i}"
        )
        x = x + attention(y, y, use_causal_mask=True)
        y = layers.LayerNormalization(name=f"norm_b{i}")(x)
        y = dense(width, dense(4 * width, y, activation="gelu", name=f"wide{i}"), name=f"narrow{i}")
        x = x + layers.Dropout(dropout, name=f"dropout{i}")(y)
    x = layers.LayerNormalization(name="last_norm")(x)
    x = layers.Reshape((steps, 3, width), name="by_step")(x)
    return keras.Model(given, dense(targets.classes, x[:, :, 1], name="action"), name="decision_transformer")
