import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """GloVe: w_i · c_j + b_i + b_j, which is to be the logarithm of how often j is near i.

    Source: Pennington et al. 2014, equation 7.
    """
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")  # (b, 2)
    word, context = pair[:, 0], pair[:, 1]  # (b)
    uniform = keras.initializers.RandomUniform(-0.5 / width, 0.5 / width)
    w = layers.Embedding(inputs.classes, width, embeddings_initializer=uniform, name="words")(word)  # (b, width)
    uniform = keras.initializers.RandomUniform(-0.5 / width, 0.5 / width)
    c = layers.Embedding(inputs.classes, width, embeddings_initializer=uniform, name="contexts")(context)
    b_w = layers.Embedding(inputs.classes, 1, embeddings_initializer="zeros", name="word_bias")(word)  # (b, 1)
    b_c = layers.Embedding(inputs.classes, 1, embeddings_initializer="zeros", name="context_bias")(context)
    score = ops.sum(w * c, axis=-1) + b_w[:, 0] + b_c[:, 0]  # (b)
    return keras.Model(pair, score, name="glove")
