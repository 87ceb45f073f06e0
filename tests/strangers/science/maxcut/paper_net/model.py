import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """Rounds of messages along the edges, then the probability that a node is on the one side."""
    adjacency = keras.Input(inputs["adjacency"].shape, name="adjacency")
    marks = keras.Input(inputs["marks"].shape, name="marks")
    x = marks  # (b, n, marks)
    for level in range(depth):
        received = Neighbours(name=f"neighbours_{level}")([adjacency, x])
        x = layers.Concatenate(name=f"both_{level}")([x, received])
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"update_{level}",
        )(x)  # (b, n, units)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        activation="sigmoid",
        name="side",
    )(x)  # (b, n, 1)
    side = layers.Reshape(x.shape[1:2], name="sides")(x)  # (b, n)
    return keras.Model({"adjacency": adjacency, "marks": marks}, side, name="maxcut")


class Neighbours(layers.Layer):
    def call(self, both):
        return mean_of_neighbours(*both)


def mean_of_neighbours(adjacency, x):
    """Of each node the mean of what its neighbours hold; 0 without neighbours. (b, n, n), (b, n, c) to (b, n, c)."""
    degree = ops.sum(adjacency, axis=-1, keepdims=True)
    return ops.matmul(adjacency, x) / ops.maximum(degree, 1)
