import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """fastText: the mean vector of a text's words and pairs, and a linear classifier."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, m)
    x = layers.Embedding(inputs.classes, width, mask_zero=True, name="vectors")(words)  # (b, m, width)
    x = layers.GlobalAveragePooling1D(name="text")(x)  # (b, width), without what fills up
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=width)
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(words, x, name="fasttext")  # (b, classes)
