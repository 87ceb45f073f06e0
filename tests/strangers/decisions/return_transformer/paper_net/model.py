import keras
from keras import layers, ops


class Places(layers.Layer):
    """Adds a learnt vector for each time, the same for the three tokens of that time."""

    def __init__(self, initializer, **kwargs):
        super().__init__(**kwargs)
        self.initializer = initializer

    def build(self, shape):
        self.times = self.add_weight(shape=shape[1:], initializer=self.initializer, name="times")  # (t, d)

    def call(self, x):
        return x + self.times


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def interleaved(returns, states, actions):
    """R_1, s_1, a_1, R_2, s_2, a_2, …"""
    tokens = ops.stack([returns, states, actions], axis=2)  # (b, t, 3, d)
    return ops.reshape(tokens, (-1, 3 * tokens.shape[1], tokens.shape[3]))  # (b, 3 t, d)


def block(x, heads, initializer, name):
    width = x.shape[-1]
    y = layers.LayerNormalization(name=f"{name}_norm_1")(x)
    y = layers.MultiHeadAttention(
        heads, width // heads, kernel_initializer=initializer.kernel(), name=f"{name}_attention"
    )(y, y, use_causal_mask=True)
    x = x + y
    y = layers.LayerNormalization(name=f"{name}_norm_2")(x)
    y = dense(y, 2 * width, initializer, f"{name}_wide", "gelu")
    return x + dense(y, width, initializer, f"{name}_narrow")


def network(inputs, targets, initializer, width, heads, blocks):
    returns = keras.Input(inputs["returns"].shape, name="returns")  # (b, t, 1)
    states = keras.Input(inputs["states"].shape, name="states")  # (b, t, s)
    actions = keras.Input(inputs["actions"].shape, dtype="int32", name="actions")  # (b, t)
    done = layers.Embedding(inputs["actions"].classes, width, embeddings_initializer=initializer.kernel(), name="done")(
        actions
    )  # (b, t, width)
    places = Places(initializer.kernel(), name="places")
    tokens = [dense(returns, width, initializer, "wanted"), dense(states, width, initializer, "seen"), done]
    x = interleaved(*[places(token) for token in tokens])  # (b, 3 t, width)
    for k in range(blocks):
        x = block(x, heads, initializer, f"block_{k}")
    x = layers.LayerNormalization(name="norm")(x)
    x = ops.reshape(x, (-1, actions.shape[1], 3, width))[:, :, 1]  # (b, t, width), at the states
    answer = dense(x, targets.classes, initializer, "action")  # (b, t, actions)
    return keras.Model({"returns": returns, "states": states, "actions": actions}, answer, name="return_transformer")
