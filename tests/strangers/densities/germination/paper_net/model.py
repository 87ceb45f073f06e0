import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From conditions and species to the logit of the mean share and the log of its strength (b, 2)."""
    conditions = keras.Input(inputs["conditions"].shape, name="conditions")
    species = keras.Input(inputs["species"].shape, dtype="int32", name="species")
    x = layers.Embedding(inputs["species"].classes, 3, name="traits")(species)  # (b, 3)
    x = layers.Concatenate(name="both")([conditions, x])
    for i in range(2):
        x = layers.Dense(
            units,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)
        x = layers.Activation("tanh", name=f"tanh_{i}")(layers.LayerNormalization(name=f"norm_{i}")(x))
    x = layers.Dense(2, kernel_initializer=initializer.kernel(), name="logit_and_log")(x)
    return keras.Model({"conditions": conditions, "species": species}, x, name="germination")
