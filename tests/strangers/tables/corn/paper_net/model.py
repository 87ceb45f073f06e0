import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """One logit for each grade but the lowest: that it is exceeded, given that the one before is."""
    wine = keras.Input(inputs.shape, dtype=inputs.dtype, name="wine")  # (b, 8)
    x = wine
    for i, width in enumerate([*units, targets.classes - 1]):
        x = layers.Dense(
            width,
            activation="relu" if i < len(units) else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    return keras.Model(wine, x, name="corn")  # (b, k - 1)
