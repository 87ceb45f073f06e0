import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, blocks):
    """ELECTRA's discriminator: a transformer encoder with one logit a word: was it replaced?"""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, units, name="embedding")(words)  # (b, t, units)
    x = x + layers.Embedding(inputs.shape[0], units, name="places")(ops.arange(inputs.shape[0]))
    x = layers.LayerNormalization(name="norm")(x)
    for i in range(blocks):
        options = {"kernel_initializer": initializer.kernel(), "name": f"attention_{i}"}
        attention = layers.MultiHeadAttention(heads, units // heads, **options)
        x = layers.LayerNormalization(name=f"norm_attention_{i}")(x + attention(x, x))
        y = dense(units, dense(2 * units, x, activation="gelu", name=f"wide_{i}"), name=f"narrow_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x + y)
    x = dense(units, x, activation="gelu", name="head")  # (b, t, units)
    return keras.Model(words, dense(1, x, name="replaced")[..., 0], name="discriminator")  # (b, t)
