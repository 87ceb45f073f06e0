import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """Skip-gram: the product of the vectors of a word and of a context, which has vectors of its own."""
    word = keras.Input(inputs["word"].shape, dtype="int32", name="word")  # (b)
    context = keras.Input(inputs["context"].shape, dtype="int32", name="context")  # (b)
    small = keras.initializers.RandomUniform(-0.5 / width, 0.5 / width)
    v = layers.Embedding(inputs["word"].classes, width, embeddings_initializer=small, name="words")(word)
    u = layers.Embedding(inputs["context"].classes, width, embeddings_initializer="zeros", name="contexts")(context)
    logit = layers.Dot(axes=-1, name="logit")([v, u])  # (b, 1)
    return keras.Model({"word": word, "context": context}, logit, name="skip_gram")
