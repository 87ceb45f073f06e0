import itertools

import keras
from keras import layers, ops


def turned(x, mirror, up, left):
    """A board (b, 3, 3, c) mirrored at its diagonal and flipped; all eight together are the symmetries of a square."""
    x = ops.swapaxes(x, 1, 2) if mirror else x
    return ops.flip(x, axis=[axis for axis, flipped in [(1, up), (2, left)] if flipped]) if up or left else x


def turned_back(x, mirror, up, left):
    x = ops.flip(x, axis=[axis for axis, flipped in [(1, up), (2, left)] if flipped]) if up or left else x
    return ops.swapaxes(x, 1, 2) if mirror else x


def player(initializer, filters, units, dropout):
    """A convolution over the board, and two heads: logits of the outcome (b, 3), and of the moves (b, 3, 3, 1)."""
    board = keras.Input((3, 3, 2))
    x = layers.Conv2D(filters, 2, activation="relu", kernel_initializer=initializer.kernel(), name="conv")(board)
    x = layers.Flatten(name="flatten")(x)  # (b, 4 filters)
    x = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel(), name="hidden")(x)  # (b, units)
    x = layers.Dropout(dropout, name="dropout")(x)
    outcome = layers.Dense(3, kernel_initializer=initializer.kernel(), name="of_outcome")(x)
    moves = layers.Dense(9, kernel_initializer=initializer.kernel(), name="of_moves")(x)
    return keras.Model(board, [outcome, layers.Reshape((3, 3, 1), name="of_squares")(moves)], name="player")


def network(inputs, targets, initializer, filters, units, dropout):
    """One player asked about all eight turned and mirrored boards; the mean of its answers, turned back."""
    board = keras.Input(inputs.shape, dtype=inputs.dtype, name="board")
    one = player(initializer, filters, units, dropout)
    outcomes, moves = [], []
    for symmetry in itertools.product([False, True], repeat=3):
        outcome, squares = one(turned(board, *symmetry))
        outcomes.append(outcome)
        moves.append(turned_back(squares, *symmetry))
    outcome = sum(outcomes) / 8  # (b, 3), logits
    best = ops.sigmoid(ops.reshape(sum(moves) / 8, (-1, 9)))  # (b, 9)
    return keras.Model(board, {"outcome": outcome, "moves": best}, name="symmetric_player")
