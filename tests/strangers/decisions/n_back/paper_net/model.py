import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Embedding, a GRU that reads from left to right, and a logit at each place."""
    symbols = keras.Input(inputs.shape, dtype=inputs.dtype, name="symbols")
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(symbols)  # (b, t, embedding)
    x = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer="orthogonal",
        name="memory",
    )(x)  # (b, t, units)
    x = layers.Dense(
        16,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="compare",
    )(x)  # (b, t, 16)
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=16), name="logit"
    )(x)  # (b, t, 1)
    return keras.Model(symbols, layers.Reshape(targets.shape, name="places")(x), name="n_back")  # (b, t)
