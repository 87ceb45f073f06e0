import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, units, hops):
    """A memory network: the question attends to the sentences of the story, several times over.

    Source: Sukhbaatar et al. 2015, Section 2; layer-wise (RNN-like) tying of the weights, Section 2.2.
    """
    story = keras.Input(inputs["story"].shape, dtype=inputs["story"].dtype, name="story")  # (b, s, w)
    question = keras.Input(inputs["question"].shape, dtype=inputs["question"].dtype, name="question")  # (b, 1)
    words = inputs["story"].classes

    def embedding(name):
        return layers.Embedding(words, units, embeddings_initializer=initializers.RandomNormal(stddev=0.1), name=name)

    there = story[:, :, 0] != 0  # (b, s)
    memory = Sentences(embedding("a"), name="memory")(story)  # (b, s, d)
    content = Sentences(embedding("c"), name="content")(story)  # (b, s, d)
    u = ops.sum(embedding("b")(question), axis=1)  # (b, d)
    mix = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name="h")
    for _ in range(hops):
        match = ops.einsum("bd,bsd->bs", u, memory)
        p = ops.softmax(ops.where(there, match, -1e9), axis=-1)  # (b, s)
        u = mix(u) + ops.einsum("bs,bsd->bd", p, content)  # (b, d)
    answer = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="answer")(u)
    return keras.Model({"story": story, "question": question}, answer, name="memory_network")


class Sentences(layers.Layer):
    """A sentence as the sum of its words, and a vector of how long ago it was said (temporal encoding, Section 4.1)."""

    def __init__(self, words, **options):
        super().__init__(**options)
        self.words = words

    def build(self, shape):
        self.time = self.add_weight(
            shape=(shape[1], self.words.output_dim), initializer=initializers.RandomNormal(stddev=0.1), name="time"
        )

    def call(self, story):
        return ops.sum(self.words(story), axis=2) + self.time  # (b, s, d)
