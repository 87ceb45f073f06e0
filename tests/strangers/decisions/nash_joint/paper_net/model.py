import keras
from keras import layers, ops

from .losses import exploitability


class Players(keras.Model):
    """Learns from the games alone: what either player would gain by leaving the answer."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(exploitability(x, y_pred))


def surroundings(x):
    """Of each cell: itself, the mean of its column, of its row, of the table. Hartford et al. 2018, equation 3."""
    column = ops.mean(x, axis=1, keepdims=True) + 0 * x
    row = ops.mean(x, axis=2, keepdims=True) + 0 * x
    table = ops.mean(x, axis=(1, 2), keepdims=True) + 0 * x
    return ops.concatenate([x, column, row, table], axis=-1)  # (b, rows, columns, 4 c)


def joint(row, column):
    """The two choose apart from each other: p_ij = x_i y_j."""
    return row[:, :, None] * column[:, None, :]


def network(inputs, targets, initializer, units, depth):
    def dense(n, name, activation, x):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(n, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    games = keras.Input(inputs.shape, dtype=inputs.dtype, name="games")  # (b, rows, columns)
    x = games[..., None]  # (b, rows, columns, 1)
    for i in range(depth):
        x = dense(units, f"exchange_{i}", "relu", surroundings(x))  # (b, rows, columns, units)
    row = dense(1, "row", None, ops.mean(x, axis=2))[..., 0]  # (b, rows)
    column = dense(1, "column", None, ops.mean(x, axis=1))[..., 0]  # (b, columns)
    return Players(games, joint(ops.softmax(row), ops.softmax(column)), name="players")  # (b, rows, columns)
