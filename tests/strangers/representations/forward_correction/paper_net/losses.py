"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def forward(y_true, y_pred, flips):
    """Forward correction: -log of the probability of the label that was seen, p(noisy) = T' p(true).

    Args:
        y_true: Int["b"], the label, which may be wrong.
        y_pred: Float["b c"], logits of the true class.
        flips: of each class, the probability that its label says the next class.

    Returns:
        Float["b"].

    Source: Patrini et al. 2017, arXiv 1609.03683, theorem 2; T_ij = p(noisy j | true i).
    """
    flips = ops.convert_to_tensor([float(flip) for flip in flips], dtype=y_pred.dtype)
    same = ops.eye(y_pred.shape[-1], dtype=y_pred.dtype)
    t = (1 - flips)[:, None] * same + flips[:, None] * ops.roll(same, 1, axis=1)  # (true, noisy)
    noisy = ops.matmul(ops.softmax(y_pred, axis=-1), t)  # (b, noisy)
    return -ops.log(ops.sum(noisy * ops.one_hot(y_true, y_pred.shape[-1]), axis=-1) + 1e-7)
