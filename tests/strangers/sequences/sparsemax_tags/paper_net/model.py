import keras
from keras import layers, ops


def mean_of_words(vectors, numbers):
    """The mean of a text's words, (b, c): those numbered 0 fill it up, and do not count."""
    vectors, numbers = ops.convert_to_tensor(vectors), ops.convert_to_tensor(numbers)
    there = ops.cast(numbers > 0, vectors.dtype)[..., None]  # (b, t, 1)
    return ops.sum(there * vectors, axis=1) / ops.maximum(ops.sum(there, axis=1), 1)


class MeanOfWords(layers.Layer):
    """The mean of a text's words."""

    def call(self, vectors, numbers):
        """Of vectors (b, t, c) and numbers (b, t)."""
        return mean_of_words(vectors, numbers)


def network(inputs, targets, initializer, width):
    """Words, their mean, and linear scores."""
    numbers = keras.Input(inputs.shape, dtype=inputs.dtype, name="numbers")
    vectors = layers.Embedding(inputs.classes, width, embeddings_initializer=initializer.kernel(), name="words")(
        numbers
    )
    text = MeanOfWords(name="text")(vectors, numbers)  # (b, width)
    scores = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="scores",
    )(text)
    return keras.Model(numbers, scores, name="sparsemax_tags")  # (b, tags)
