import keras
from keras import layers, ops


def manhattan_similarity(left, right):
    """exp(-|left - right|), the distance summed over the last axis: 1 where both are the same."""
    left, right = ops.convert_to_tensor(left), ops.convert_to_tensor(right)
    return ops.exp(-ops.sum(ops.abs(left - right), axis=-1))


class ManhattanSimilarity(layers.Layer):
    """How alike two sentences are, 0 … 1, by their last states."""

    def call(self, left, right):
        """Of two states the similarity."""
        return manhattan_similarity(left, right)


def network(inputs, targets, initializer, width, units, forget_bias):
    """One LSTM reads both sentences; the distance of its last states is their similarity."""
    pair = {side: keras.Input(inputs[side].shape, dtype=inputs[side].dtype, name=side) for side in ("left", "right")}
    embedding = layers.Embedding(
        inputs["left"].classes, width, mask_zero=True, embeddings_initializer=initializer.kernel(), name="words"
    )
    lstm = layers.LSTM(
        units,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        bias_initializer=ForgetBias(forget_bias),
        unit_forget_bias=False,
        name="lstm",
    )
    left, right = (lstm(embedding(pair[side])) for side in ("left", "right"))  # (b, units), the same weights
    return keras.Model(pair, ManhattanSimilarity(name="similarity")(left, right), name="malstm")  # (b)


class ForgetBias(keras.initializers.Initializer):
    """Zeros, but for the forget gate, the second of the four."""

    def __init__(self, value):
        self.value = value

    def __call__(self, shape, dtype=None):
        """The biases of the gates, one after the other."""
        units = shape[0] // 4
        return ops.concatenate(
            [ops.zeros(units, dtype), self.value * ops.ones(units, dtype), ops.zeros(2 * units, dtype)]
        )

    def get_config(self):
        """What rebuilds it."""
        return {"value": self.value}
