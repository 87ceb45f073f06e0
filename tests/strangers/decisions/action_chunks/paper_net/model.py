import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """The next actions of what is seen, all at once."""
    seen = keras.Input(inputs.shape, name="seen")  # (b, 6)
    x = seen
    for k, units in enumerate([width, width, 2 * targets.shape[0]]):
        x = layers.Dense(
            units,
            activation="relu" if k < 2 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{k}",
        )(x)
    return keras.Model(seen, layers.Reshape((targets.shape[0], 2), name="chunk")(x), name="action_chunks")
