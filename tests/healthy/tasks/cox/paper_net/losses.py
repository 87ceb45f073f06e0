"""YOURS. What is minimised: Cox's partial likelihood, which compares a sample with the others of its batch."""

from keras import ops


def cox(y_true, y_pred):
    """-log of the share of a sample's risk among those still at risk at its event; 0 for the censored.

    The samples of a batch belong together here, by the loss's definition: those at risk are the batch's.

    Args:
        y_true: Float["b 2"], the time, and 1 where it is the event's.
        y_pred: Float["b 1"], the logarithm of the risk.

    Returns:
        Float["b"], >= 0.
    """
    time, event, risk = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    at_risk = time[None, :] >= time[:, None]  # (b, b): row i has those that outlive i, and i
    all_risks = ops.logsumexp(ops.where(at_risk, risk[None, :], -1e9), axis=1)  # (b)
    return event * (all_risks - risk)
