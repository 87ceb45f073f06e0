from keras import ops


def factual(y_true, y_pred, share):
    """Shalit et al. 2017, equation 3: w (y - h(x, t))², w = t / 2u + (1 - t) / 2(1 - u), u the share of treated.

    Args:
        y_true: Float["b 3"], outcome, treated, true effect (not read).
        y_pred: Float["b 2"], the outcome under control, under treatment.
        share: u.
    """
    y, t = y_true[:, 0], y_true[:, 1]
    seen = ops.where(t > 0.5, y_pred[:, 1], y_pred[:, 0])
    weight = t / (2 * share) + (1 - t) / (2 * (1 - share))
    return weight * (y - seen) ** 2


def pehe(y_true, y_pred):
    """Squared error of the estimated effect."""
    return (y_true[:, 2] - (y_pred[:, 1] - y_pred[:, 0])) ** 2
