from keras import ops

# The ways from one corner of the 3 x 3 grid to the opposite one: streets 0-5 go east (row by row), 6-11 south.
ROUTES = [[0, 1, 8, 11], [0, 7, 3, 11], [0, 7, 10, 5], [6, 2, 3, 11], [6, 2, 10, 5], [6, 9, 4, 5]]
WAYS = [[float(street in route) for street in range(12)] for route in ROUTES]  # (6, 12)


def spo_plus(y_true, y_pred):
    """SPO+: the convex bound of what deciding by predicted costs costs more than deciding by the true ones.

        loss = max over ways w of (c - 2 ĉ) w  +  2 ĉ w*(c)  -  z*(c)

    Args:
        y_true: Float["b s"], the costs c of the streets.
        y_pred: Float["b s"], the predicted ones, ĉ.

    Returns:
        Float["b"], >= 0.

    Source: Elmachtoub & Grigas 2022, Smart "Predict, then Optimize", equation 9.
    """
    ways = ops.transpose(ops.convert_to_tensor(WAYS, y_pred.dtype))  # (s, w)
    true, predicted = ops.matmul(y_true, ways), ops.matmul(y_pred, ways)  # (b, w)
    best = ops.one_hot(ops.argmin(true, axis=-1), len(WAYS), dtype=y_pred.dtype)  # (b, w)
    bound = ops.max(true - 2 * predicted, axis=-1)
    return bound + 2 * ops.sum(best * predicted, axis=-1) - ops.min(true, axis=-1)


def regret(y_true, y_pred):
    """What the way chosen by y_pred costs more than the best one, as a share of the best one's cost."""
    ways = ops.transpose(ops.convert_to_tensor(WAYS, y_pred.dtype))
    true, predicted = ops.matmul(y_true, ways), ops.matmul(y_pred, ways)
    chosen = ops.one_hot(ops.argmin(predicted, axis=-1), len(WAYS), dtype=y_pred.dtype)
    least = ops.min(true, axis=-1)
    return (ops.sum(chosen * true, axis=-1) - least) / least


def known(y_true):
    """What nobody could do better than: the costs themselves."""
    return y_true
