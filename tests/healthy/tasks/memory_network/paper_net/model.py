"""YOURS. What learns. Shapes: b batch, f facts, d width."""

import keras
from keras import layers, ops


def memory_network(inputs, targets, initializer, words, width, hops):
    """End-to-end memory network; Sukhbaatar et al. 2015, with their temporal encoding, tied layer to layer."""
    story = keras.Input(inputs["story"].shape, dtype=inputs["story"].dtype, name="story")  # (b, f, 2)
    question = keras.Input(inputs["question"].shape, dtype=inputs["question"].dtype, name="question")  # (b)
    start = keras.initializers.RandomNormal(stddev=0.1, seed=1)

    def embedding(count, name):
        return layers.Embedding(count, width, embeddings_initializer=start.clone(), name=name)

    memory = Positions(name="memory_time")(ops.sum(embedding(words, "memory")(story), axis=2))  # (b, f, d)
    output = Positions(name="output_time")(ops.sum(embedding(words, "output")(story), axis=2))
    state = embedding(words, "question_words")(question)  # (b, d)
    step = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name="step")
    for _ in range(hops):
        attention = ops.softmax(ops.einsum("bfd,bd->bf", memory, state), axis=-1)  # (b, f)
        state = step(state) + ops.einsum("bf,bfd->bd", attention, output)
    logits = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="answer")(
        state
    )
    return keras.Model({"story": story, "question": question}, logits, name="memory_network")


class Positions(layers.Layer):
    """Adds to each position a vector of its own, which is learnt."""

    def build(self, shape):
        self.table = self.add_weight(shape=shape[1:], initializer="uniform", name="table")  # (t, d)

    def call(self, x):
        return x + self.table
