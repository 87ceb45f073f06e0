import keras
from keras import layers, ops


def normalized(links):
    """D^-1/2 (A + I) D^-1/2, of links with each node's own."""
    own = links + ops.eye(links.shape[-1])  # (b, n, n)
    root = ops.rsqrt(ops.sum(own, axis=-1))  # (b, n)
    return own * root[..., :, None] * root[..., None, :]


def propagated(start, links, steps, teleport):
    """Personalized propagation by power iteration: Gasteiger et al. 2019, equation 4."""
    matrix = normalized(links)
    z = start  # (b, n, c)
    for _ in range(steps):
        z = (1 - teleport) * ops.matmul(matrix, z) + teleport * start
    return z


class Propagation(layers.Layer):
    """The propagation of predictions along links, which has no weights."""

    def __init__(self, steps, teleport, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.teleport = teleport

    def call(self, start, links):
        """Of (b, n, c) and (b, n, n)."""
        return propagated(start, links, self.steps, self.teleport)


def network(inputs, targets, initializer, units, steps, teleport):
    """Each node's own prediction, then their propagation."""
    description = keras.Input(inputs["description"].shape, dtype="float32", name="description")  # (b, n, 8)
    links = keras.Input(inputs["links"].shape, dtype="float32", name="links")  # (b, n, n)
    x = description
    for i, width in enumerate([units, targets.classes]):
        x = layers.Dense(
            width,
            activation="relu" if i == 0 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    logits = Propagation(steps, teleport, name="propagation")(x, links)  # (b, n, 3)
    return keras.Model({"description": description, "links": links}, logits, name="appnp")
