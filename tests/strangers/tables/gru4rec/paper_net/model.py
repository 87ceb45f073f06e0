import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """One GRU over the session's clicks; its last state scores every item."""
    clicks = keras.Input(inputs.shape, dtype=inputs.dtype, name="clicks")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="items")(clicks)  # (b, t, embedding)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    scores = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="scores")
    return keras.Model(clicks, scores(x), name="gru4rec")  # (b, items)
