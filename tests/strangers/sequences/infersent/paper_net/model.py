import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, hidden):
    """InferSent: a shared sentence encoder, and a classifier of how two sentences are to each other."""
    encoder = Encoder(inputs["premise"].classes, embedding, units, initializer, name="encoder")
    premise = keras.Input(inputs["premise"].shape, dtype="int32", name="premise")  # (b, t)
    hypothesis = keras.Input(inputs["hypothesis"].shape, dtype="int32", name="hypothesis")
    x = matched(encoder(premise), encoder(hypothesis))  # (b, 8 units)
    for i, (width, activation) in enumerate([(hidden, "relu"), (targets.classes, None)]):
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"classifier_{i}",
        )(x)
    return keras.Model({"premise": premise, "hypothesis": hypothesis}, x, name="infersent")  # (b, 3)


class Encoder(keras.Model):
    """Words (b, t) → a sentence (b, 2 units): the largest of each unit over the states of a bidirectional GRU."""

    def __init__(self, words, embedding, units, initializer, **options):
        super().__init__(**options)
        self.embedding = layers.Embedding(words, embedding, mask_zero=True)
        recurrent = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
        self.recurrent = layers.Bidirectional(recurrent)

    def call(self, words):
        states = self.recurrent(self.embedding(words))  # (b, t, 2 units)
        return ops.max(states, axis=1)


def matched(u, v):
    """Both sentences, their absolute difference and their product; Figure 1."""
    return ops.concatenate([u, v, ops.abs(u - v), u * v], axis=-1)
