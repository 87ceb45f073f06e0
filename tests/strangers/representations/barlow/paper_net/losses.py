"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def barlow(y_true, y_pred, weight):
    """The cross-correlation of two views' embeddings over the batch, made the identity.

        loss = sum_i (1 - C_ii)**2 + weight sum_i sum_j≠i C_ij**2

    Args:
        y_true: not read.
        y_pred: Float["b 2 d"], the embeddings of both views.
        weight: lambda of the paper.

    Returns:
        Float["b"], the same value for each sample: it is one of the batch.

    Source: Zbontar et al. 2021, arXiv 2103.03230, equations 1 and 2.
    """
    z = y_pred - ops.mean(y_pred, axis=0, keepdims=True)  # each feature over the batch
    z = z / (ops.std(z, axis=0, keepdims=True) + 1e-4)
    b, d = ops.shape(z)[0], z.shape[-1]
    c = ops.matmul(ops.transpose(z[:, 0]), z[:, 1]) / ops.cast(b, z.dtype)  # (d, d)
    on = ops.sum((1 - ops.diagonal(c)) ** 2)
    off = ops.sum((c * (1 - ops.eye(d))) ** 2)
    return ops.broadcast_to(on + weight * off, (b,))
