from keras import ops


def fair_crossentropy(y_true, y_pred, weight):
    """Cross-entropy of the label, and a penalty on the covariance of the group with the distance to the boundary.

        loss = CE(label, d) + weight * (1/b sum_i (z_i - mean z) d_i)**2

    Args:
        y_true: Float["b 2"], label and group z.
        y_pred: Float["b 1"], the logit d.

    Source: Zafar et al. 2017, Fairness Constraints, equation 2; there it is a constraint.
    """
    label, group = y_true[:, 0], y_true[:, 1]
    distance = y_pred[:, 0]
    entropy = ops.softplus(distance) - label * distance  # (b)
    covariance = ops.mean((group - ops.mean(group)) * distance)
    return entropy + weight * covariance**2


def right_decision(y_true, y_pred):
    return ops.cast((y_pred[:, 0] > 0) == (y_true[:, 0] > 0.5), "float32")
