"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


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
