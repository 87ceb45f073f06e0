"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

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


def distances(x):
    """Euclidean distances of all pairs: (b, d) → (b, b)."""
    square = ops.sum(x**2, axis=-1)
    square = square[:, None] - 2 * ops.matmul(x, ops.transpose(x)) + square[None, :]
    return ops.sqrt(ops.maximum(square, 1e-6))  # the root has no gradient at 0


def batch_hard(y_true, y_pred):
    """Triplet loss of the hardest positive and the hardest negative in the batch, with the soft margin.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b d"], embeddings.

    Returns:
        Float["b"], one value an anchor.

    Source: Hermans et al. 2017, equation 5; softplus in the place of the hinge, section 3.2.
    """
    d = distances(y_pred)  # (b, b)
    same = y_true[:, None] == y_true[None, :]
    farthest = ops.max(ops.where(same, d, 0.0), axis=1)
    nearest = ops.min(ops.where(same, 1e9, d), axis=1)
    nearest = ops.where(ops.all(same, axis=1), farthest, nearest)  # a batch of one class has no negative
    return ops.softplus(farthest - nearest)


def rank_1(y_true, y_pred):
    """1 where the nearest other sample of the batch has the same class."""
    d = distances(y_pred) + 1e9 * ops.eye(ops.shape(y_pred)[0])
    return ops.cast(ops.take(y_true, ops.argmin(d, axis=1)) == y_true, "float32")
