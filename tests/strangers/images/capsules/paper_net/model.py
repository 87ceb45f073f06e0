import keras
from keras import layers, ops


def squash(s):
    """Equation 1: short vectors shrink to almost nothing, long ones to a length just below 1."""
    square = ops.sum(ops.square(s), axis=-1, keepdims=True)
    return square / (1 + square) * s / ops.sqrt(square + 1e-9)


def route(votes, iterations):
    """Procedure 1: votes (b, i, j, d) to capsules (b, j, d), by agreement; its logits start at 0 for each sample."""
    logits = ops.zeros_like(votes[..., :1])  # (b, i, j, 1)
    for iteration in range(iterations):
        coupling = ops.softmax(logits, axis=2)  # a capsule below divides itself among those above
        capsules = squash(ops.sum(coupling * votes, axis=1, keepdims=True))  # (b, 1, j, d)
        if iteration < iterations - 1:
            logits = logits + ops.sum(votes * capsules, axis=-1, keepdims=True)
    return capsules[:, 0]  # (b, j, d)


def lengths(capsules):
    """How certain it is that what a capsule stands for is there."""
    return ops.sqrt(ops.sum(ops.square(capsules), axis=-1) + 1e-9)


class Capsules(layers.Layer):
    """Each pair of a capsule below and one above has a matrix of its own; equation 2."""

    def __init__(self, capsules, width, iterations, initializer, **kwargs):
        super().__init__(**kwargs)
        self.capsules = capsules
        self.width = width
        self.iterations = iterations
        self.initializer = initializer

    def build(self, shape):
        self.matrices = self.add_weight(
            shape=(shape[1], self.capsules, shape[2], self.width), initializer=self.initializer, name="matrices"
        )

    def call(self, below):
        votes = ops.einsum("bip,ijpd->bijd", below, self.matrices)
        return route(votes, self.iterations)  # (b, capsules, width)


def network(inputs, targets, initializer, units, types, width, digit_width, iterations):
    """A convolution, primary capsules, a capsule for each digit; the answer is their lengths."""
    image = keras.Input(inputs.shape, name="image")
    x = layers.Conv2D(
        units,
        3,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        name="conv",
    )(image)  # (b, 6, 6, units)
    x = layers.Conv2D(
        types * width,
        3,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * units),
        name="primary",
    )(x)  # (b, 4, 4, types * width)
    x = layers.Reshape((-1, width), name="primary_capsules")(x)  # (b, 16 * types, width)
    x = layers.Lambda(squash, name="squash")(x)
    x = Capsules(
        targets.classes,
        digit_width,
        iterations,
        keras.initializers.RandomNormal(stddev=0.1),  # of a tensor of four axes no fan is meant
        name="digit_capsules",
    )(x)  # (b, classes, digit_width)
    x = layers.Lambda(lengths, name="lengths")(x)  # (b, classes)
    return keras.Model(image, x, name="capsules")
