import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A message-passing network whose messages a maximum collects: one step of the algorithm.

    Source: Velickovic et al. 2020, arXiv 1910.10593, Section 3.2: MPNN with maximisation.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    distance = keras.Input(inputs["distance"].shape, name="distance")  # (b, v)
    edges = keras.Input(inputs["edges"].shape, name="edges")  # (b, v, v): from, to
    node = dense(units, distance[..., None], activation="relu", name="encoder")  # (b, v, units)
    sender = dense(units, node, name="sender")[:, :, None]  # (b, v, 1, units)
    receiver = dense(units, node, name="receiver")[:, None]  # (b, 1, v, units)
    edge = dense(units, edges[..., None], name="edge")  # (b, v, v, units)
    message = ops.relu(sender + receiver + edge)
    message = dense(units, message, activation="relu", name="message")  # (b, v, v, units)
    message = ops.where(edges[..., None] > 0, message, -1e9)
    received = ops.max(message, axis=1)  # (b, v, units): over the senders
    received = ops.maximum(received, 0.0)  # nothing, where no edge arrives
    x = ops.concatenate([node, received], axis=-1)
    x = dense(units, x, activation="relu", name="update")  # (b, v, units)
    new = dense(1, x, name="decoder")[..., 0] + distance  # (b, v)
    return keras.Model({"distance": distance, "edges": edges}, new, name="executor")
