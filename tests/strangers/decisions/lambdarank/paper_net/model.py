import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A score for each document, by the same network: (b, documents, features) → (b, documents)."""
    documents = keras.Input(inputs.shape, dtype=inputs.dtype, name="documents")
    x = documents
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, d, width)
    x = layers.Dense(1, kernel_initializer=initializer.kernel(), use_bias=False, name="score")(x)  # (b, d, 1)
    return keras.Model(documents, ops.squeeze(x, axis=-1), name="ranker")  # (b, d)
