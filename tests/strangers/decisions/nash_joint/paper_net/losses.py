from keras import ops


def exploitability(payoffs, joint):
    """The most that one of the two gains by a best answer to the other. Duan et al. 2023, NashApr; one value a game."""
    row, column = ops.sum(joint, axis=2), ops.sum(joint, axis=1)  # (b, rows), (b, columns)
    value = ops.sum(payoffs * joint, axis=(1, 2))  # (b)
    best_row = ops.max(ops.sum(payoffs * column[:, None, :], axis=2), axis=1)  # (b)
    best_column = ops.min(ops.sum(payoffs * row[:, :, None], axis=1), axis=1)  # (b)
    return ops.maximum(best_row - value, value - best_column)
