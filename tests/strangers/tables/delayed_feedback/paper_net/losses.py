from keras import ops


def delayed_feedback(y_true, y_pred):
    """The negative log-likelihood of a click whose sale may still come.

        sold after d days:        -(log p + log rate - rate * d)
        not sold in e days:       -log(1 - p + p * exp(-rate * e))

    Args:
        y_true: Float["b 2"], sold (0 or 1) and d or e, in days.
        y_pred: Float["b 2"], the logit of p and the log of the rate.

    Returns:
        Float["b"].

    Source: Chapelle 2014, Modeling Delayed Feedback in Display Advertising, equation 7.
    """
    sold, days = y_true[:, 0], y_true[:, 1]
    logit, log_rate = y_pred[:, 0], y_pred[:, 1]
    log_p, log_not = -ops.softplus(-logit), -ops.softplus(logit)
    waited = ops.exp(log_rate) * days
    seen = log_p + log_rate - waited
    unseen = ops.logaddexp(log_not, log_p - waited)
    return -(sold * seen + (1 - sold) * unseen)


def log_loss(y_true, y_pred):
    """The cross-entropy of a sale, where it is known: what the paper reports. Float["b"]."""
    return ops.softplus(y_pred[:, 0]) - y_true[:, 0] * y_pred[:, 0]
