import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The same network reads both states to one number each; alike numbers are of one swing."""
    states = keras.Input(inputs.shape, name="states")  # (b, 2, 2)
    x = states
    for depth, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{depth}",
        )(x)  # (b, 2, width), each state by itself
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="invariant",
    )(x)  # (b, 2, 1)
    x = layers.Flatten(name="both")(x)  # (b, 2)
    x = SquaredDifference(name="distance")(x)  # (b, 1)
    logits = layers.Dense(
        targets.shape[0],
        kernel_initializer=keras.initializers.Constant(-1.0),  # far apart speaks against one swing, from the start
        bias_initializer=initializer.bias(fan_in=1),
        name="logits",
    )(x)  # (b, 1)
    return keras.Model(states, logits, name="siamese")


class SquaredDifference(layers.Layer):
    def call(self, x):
        return squared_difference(x)


def squared_difference(x):
    """Of the two numbers of each pair, (b, 2) to (b, 1)."""
    return (x[:, :1] - x[:, 1:]) ** 2
