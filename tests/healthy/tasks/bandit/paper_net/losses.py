"""YOURS. What is minimised: counterfactual risk, after Swaminathan & Joachims 2015, JMLR 16. Shapes: b batch, a actions."""

from keras import ops


def counterfactual(y_true, y_pred, baseline, clip):
    """-(reward - baseline) · min(policy / propensity, clip), for the action that was taken.

    Args:
        y_true: Float["b 3"]: action, reward, propensity.
        y_pred: Float["b a"], logits of the policy.

    Returns:
        Float["b"]; what it is less than 0 is gained over the baseline.
    """
    ratio = likelihood(y_true, y_pred) / y_true[..., 2]
    return -(y_true[..., 1] - baseline) * ops.minimum(ratio, clip)


def worth(y_true, y_pred):
    """What the policy would have earned a visit, by inverse propensities; Float["b"]."""
    return y_true[..., 1] * likelihood(y_true, y_pred) / y_true[..., 2]


def likelihood(y_true, y_pred):
    taken = ops.one_hot(ops.cast(y_true[..., 0], "int32"), y_pred.shape[-1], dtype="float32")
    return ops.sum(taken * ops.softmax(y_pred, axis=-1), axis=-1)
