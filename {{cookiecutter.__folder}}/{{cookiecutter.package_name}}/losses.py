"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. (One a
position it must be where an Embedding masks: Keras lays the mask over the values.) Name it by `function` in
conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that: `perfect`, a function
of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the target; `quantiles: […]`,
an argument of that name, where it is least at those; `examples`, a few predictions whose loss is worked by hand from
the paper's equation (conf/loss/focal.yaml shows how).

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
