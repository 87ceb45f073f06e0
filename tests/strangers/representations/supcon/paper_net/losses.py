"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def supcon(y_true, y_pred, temperature):
    """Supervised contrastive loss: each view attracts all views of its class, against all others of the batch.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b 2 d"], the two views of each sample, of length 1.
        temperature: of the softmax over similarities.

    Returns:
        Float["b"], the mean over a sample's two views.

    Source: Khosla et al. 2020, arXiv 2004.11362, equation 2: the mean over positives is outside of the logarithm.
    """
    z = ops.concatenate([y_pred[:, 0], y_pred[:, 1]], axis=0)  # (2b, d)
    labels = ops.concatenate([y_true, y_true], axis=0)  # (2b)
    itself = ops.eye(ops.shape(z)[0])
    similar = ops.matmul(z, ops.transpose(z)) / temperature - 1e9 * itself  # (2b, 2b)
    log_p = ops.log_softmax(similar, axis=1)
    positive = ops.cast(labels[:, None] == labels[None, :], z.dtype) - itself
    loss = -ops.sum(positive * log_p, axis=1) / ops.sum(positive, axis=1)  # (2b)
    return ops.mean(ops.reshape(loss, (2, -1)), axis=0)
