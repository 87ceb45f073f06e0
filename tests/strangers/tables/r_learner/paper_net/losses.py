def r_loss(y_true, y_pred):
    """R-loss: how well the effect explains what treatment adds to the expected outcome.

        loss = ((y - m(x)) - (t - e(x)) tau(x))²

    Args:
        y_true: Float["b 3"], y - m(x), t - e(x), and the true effect, which is not read.
        y_pred: Float["b 1"], tau(x).

    Returns:
        Float["b"], >= 0.

    Source: Nie & Wager 2021, Quasi-oracle estimation of heterogeneous treatment effects, the R-loss.
    """
    return (y_true[:, 0] - y_true[:, 1] * y_pred[:, 0]) ** 2


def ratio(y_true):
    """The effect that explains a patient wholly."""
    return y_true[:, :1] / y_true[:, 1:2]


def pehe(y_true, y_pred):
    """Squared error of the effect, which is known where data are drawn."""
    return (y_true[:, 2] - y_pred[:, 0]) ** 2
