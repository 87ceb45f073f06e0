import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Bengio's neural language model, with a decision at every inner node of a tree in the place of a softmax.

    Args:
        embedding: of a word.
        units: of the hidden layer.

    Returns:
        A model from words (b, n) to the logits of going right at each inner node (b, words - 1), in heap order.

    Source: Morin & Bengio 2005.
    """
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, n)
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(words)  # (b, n, embedding)
    x = layers.Flatten(name="context")(x)
    for width, activation, name in [(units, "tanh", "hidden"), (targets.classes - 1, None, "nodes")]:
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    return keras.Model(words, x, name="tree_softmax")
