import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A score for each document by itself, the same function for all of them."""
    x = documents = keras.Input(inputs.shape, name="documents")
    for i, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="gelu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, n, width)
    x = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="score")(x)  # (b, n, 1)
    return keras.Model(documents, layers.Reshape(targets.shape, name="scores")(x), name="scorer")  # (b, n)
