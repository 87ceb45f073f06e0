import keras
from keras import layers


def network(inputs, targets, initializer, embedding, filters, dropout):
    """Convolutions over characters, the largest answer of each, one logit: is it phishing?"""
    address = keras.Input(inputs.shape, dtype=inputs.dtype, name="address")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, name="letters")(address)  # (b, t, embedding)
    found = []
    for size in (3, 5):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * embedding)
        y = layers.Conv1D(filters, size, activation="relu", kernel_initializer=kernel, bias_initializer=bias)(x)
        found.append(layers.GlobalMaxPooling1D()(y))  # (b, filters)
    x = layers.Dropout(dropout)(layers.Concatenate()(found))  # (b, 2 filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=2 * filters)
    x = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="logit")(x)
    return keras.Model(address, x, name="phishing")  # (b, 1)
