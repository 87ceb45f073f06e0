"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    """A stem, residual blocks, a probability for each tag."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")  # (b, words)
    x = dense(units, counts, name="stem")  # (b, units)
    for i in range(blocks):
        branch = layers.LayerNormalization(name=f"norm_{i}")(x)
        branch = dense(units, branch, activation="swish", name=f"branch_{i}")
        branch = layers.Dropout(0.4, name=f"dropout_{i}")(branch)
        x = layers.Add(name=f"block_{i}")([x, branch])
    x = layers.LayerNormalization(name="norm")(x)
    tags = dense(targets.shape[-1], x, activation="sigmoid", name="tags")  # (b, tags)
    return keras.Model(counts, tags, name="tags_of_words")
