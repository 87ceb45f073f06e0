import keras
from keras import layers, ops


def chosen(scores, capacity):
    """What each expert chooses of (b, tokens, experts): gates (b, experts, capacity), and picks (b, experts, capacity, tokens)."""
    shares = ops.softmax(scores, axis=-1)  # over the experts
    gates, places = ops.top_k(ops.transpose(shares, (0, 2, 1)), capacity)  # (b, experts, capacity)
    return gates, ops.one_hot(places, scores.shape[1])


class Experts(layers.Layer):
    """As many small networks as there are experts, each over what it has chosen."""

    def __init__(self, experts, units, capacity, initializer, **kwargs):
        super().__init__(**kwargs)
        self.experts, self.units, self.capacity, self.initializer = experts, units, capacity, initializer

    def build(self, shape):
        width = shape[-1]
        blocks = [(width, self.experts), (self.experts, width, self.units), (self.experts, self.units, width)]
        self.router, self.up, self.down = (
            self.add_weight(shape=block, initializer=self.of_blocks, name=name)
            for block, name in zip(blocks, ("router", "up", "down"), strict=True)
        )

    def of_blocks(self, shape, dtype=None):
        """A kernel for each expert by itself, since an initializer would take the axis of experts for a field of view."""
        if len(shape) == 2:
            return self.initializer.kernel()(shape, dtype)
        return ops.stack([self.initializer.kernel()(shape[1:], dtype) for _ in range(shape[0])])

    def call(self, tokens):
        gates, picks = chosen(ops.matmul(tokens, self.router), self.capacity)
        taken = ops.einsum("bect,btw->becw", picks, tokens)
        hidden = ops.relu(ops.einsum("becw,ewu->becu", taken, self.up))
        made = ops.einsum("becu,euw->becw", hidden, self.down)
        return ops.einsum("bec,bect,becw->btw", gates, picks, made)


def network(inputs, targets, initializer, experts, units, factor):
    """Tokens, and what the experts that chose them add."""
    length, width = inputs.shape
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")
    capacity = int(factor * length / experts)
    x = Experts(experts, units, capacity, initializer, name="experts")(tokens)
    x = layers.Dense(
        width, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=width), name="out"
    )(tokens + x)
    return keras.Model(tokens, x, name="expert_choice")  # (b, tokens, width)
