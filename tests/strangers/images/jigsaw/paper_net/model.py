import keras
from keras import layers


def network(inputs, targets, initializer, channels, units, hidden, dropout):
    """A context-free network: each tile by itself, by the same weights; together only at the end.

    Source: Noroozi and Favaro 2016, Section 3.1 and Figure 3.
    """

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    tile = x = keras.Input(inputs.shape[1:], name="tile")  # (b, 4, 4, 1)
    for i, width in enumerate(channels):
        x = layers.Conv2D(width, 3, padding="same", name=f"conv_{i}", **options(9 * x.shape[-1]))(x)
        x = layers.LeakyReLU(0.1, name=f"relu_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, "relu", name="fc6", **options(x.shape[-1]))(x)
    siamese = keras.Model(tile, x, name="siamese")  # (b, units)

    tiles = keras.Input(inputs.shape, dtype=inputs.dtype, name="tiles")  # (b, 4, 4, 4, 1)
    x = layers.TimeDistributed(siamese, name="each")(tiles)  # (b, 4, units)
    x = layers.Flatten(name="together")(x)
    x = layers.Dense(hidden, "relu", name="fc7", **options(x.shape[-1]))(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    return keras.Model(tiles, layers.Dense(targets.classes, name="fc8", **options(hidden))(x), name="cfn")  # (b, 24)
