import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """A score of each document alone."""
    documents = keras.Input(inputs.shape, name="documents")  # (b, n, c)
    x = documents
    for k, units in enumerate([width, width, 1]):
        x = layers.Dense(
            units,
            activation="relu" if k < 2 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{k}",
        )(x)
    return keras.Model(documents, ops.squeeze(x, axis=-1), name="approx_ndcg")  # (b, n)
