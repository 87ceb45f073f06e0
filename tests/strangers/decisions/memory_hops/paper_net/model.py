import keras
from keras import layers, ops


class Times(layers.Layer):
    """Adds a learnt vector for each place of a fact in the story."""

    def __init__(self, initializer, **kwargs):
        super().__init__(**kwargs)
        self.initializer = initializer

    def build(self, shape):
        self.times = self.add_weight(shape=shape[1:], initializer=self.initializer, name="times")  # (f, d)

    def call(self, memory):
        return memory + self.times


def attend(memory, output, state, told):
    """o = sum_i p_i c_i, p = softmax(u · m_i) over the facts that were told."""
    scores = ops.matmul(memory, ops.expand_dims(state, -1))  # (b, f, 1)
    scores = scores - 1e9 * (1 - ops.expand_dims(told, -1))
    shares = ops.softmax(scores, axis=1)
    return ops.sum(shares * output, axis=1)  # (b, d)


def words(width, vocabulary, initializer, name):
    return layers.Embedding(vocabulary, width, embeddings_initializer=initializer.kernel(), name=name)


def network(inputs, targets, initializer, width, hops):
    facts = keras.Input(inputs["facts"].shape, dtype="int32", name="facts")  # (b, f, 3)
    question = keras.Input(inputs["question"].shape, dtype="int32", name="question")  # (b, 2)
    vocabulary = inputs["facts"].classes
    there = ops.cast(ops.expand_dims(facts, -1) > 0, "float32")  # (b, f, 3, 1)
    told = ops.max(there, axis=(2, 3))  # (b, f)
    tables = [words(width, vocabulary, initializer, f"words_{k}") for k in range(hops + 1)]  # adjacent: C_k is A_k+1
    memories = [
        Times(initializer.kernel(), name=f"times_{k}")(ops.sum(table(facts) * there, axis=2))
        for k, table in enumerate(tables)
    ]  # (b, f, d)
    state = ops.sum(tables[0](question), axis=1)  # (b, d)
    for k in range(hops):
        state = state + attend(memories[k], memories[k + 1], state, told)
    answer = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="answer")(
        state
    )  # (b, places)
    return keras.Model({"facts": facts, "question": question}, answer, name="memory_hops")
