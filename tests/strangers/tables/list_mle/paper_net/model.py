import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A score for each document, by the same network."""
    documents = keras.Input(inputs.shape, dtype=inputs.dtype, name="documents")  # (b, d, 6)
    x = documents
    for i, width in enumerate([*units, 1]):
        x = layers.Dense(
            width,
            activation="relu" if i < len(units) else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    return keras.Model(documents, layers.Reshape(targets.shape, name="scores")(x), name="scorer")  # (b, d)
