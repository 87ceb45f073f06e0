import keras
from keras import layers, ops


def half_turned(boards):
    """A board turned by 180°: the same edges are joined."""
    return ops.flip(boards, axis=(1, 2))


def network(inputs, targets, initializer, filters, depth):
    """A board and its half turn go through the very same layers; the answer is the mean of the two."""

    def drawn(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    stones = keras.Input((*inputs.shape, 1), name="stones")
    x = stones  # (b, rows, columns, 1)
    for i in range(depth):
        given = drawn(9 * x.shape[-1])
        x = layers.Conv2D(filters, 3, padding="same", activation="relu", name=f"conv_{i}", **given)(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(64, "relu", name="dense", **drawn(x.shape[-1]))(x)
    side = keras.Model(stones, layers.Dense(1, name="logit", **drawn(64))(x), name="side")  # (b, 1)

    boards = keras.Input(inputs.shape, dtype=inputs.dtype, name="boards")  # (b, rows, columns)
    answer = (side(boards[..., None]) + side(half_turned(boards)[..., None])) / 2  # (b, 1), logits
    return keras.Model(boards, answer, name="hex")
