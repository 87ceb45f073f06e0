from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


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
