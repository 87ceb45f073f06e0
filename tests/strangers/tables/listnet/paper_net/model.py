import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A score for each document, by the same network for all."""
    documents = keras.Input(inputs["documents"].shape, name="documents")
    present = keras.Input(inputs["present"].shape, name="present")
    x = documents
    for i in range(2):
        x = dense(units, "relu", x, initializer, f"hidden_{i}")(x)  # (b, d, u)
    x = dense(1, None, x, initializer, "score")(x)  # (b, d, 1)
    x = layers.Reshape(targets.shape, name="scores")(x) * present  # (b, d)
    return keras.Model({"documents": documents, "present": present}, x, name="listnet")


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
