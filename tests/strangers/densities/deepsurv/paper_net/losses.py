from keras import ops


def cox(y_true, y_pred):
    """Minus the log of Cox's partial likelihood, of which the mean over the batch is that over its events."""
    # y_true: Float["b 2"], time and event; y_pred: Float["b 1"], the log-risk. Who is at risk is counted in the batch.
    time, event, risk = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    at_risk = time[None, :] >= time[:, None]  # (b, b): j is still observed when i dies
    log_sum = ops.logsumexp(ops.where(at_risk, risk[None, :], -1e9), axis=1)  # (b)
    events = ops.maximum(ops.mean(event), 1e-7)
    return event * (log_sum - risk) / events


def concordance(y_true, y_pred):
    """The share of comparable pairs in which who dies first has the larger log-risk; the same for each sample."""
    time, event, risk = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    pair = ops.cast((time[:, None] < time[None, :]) & (event[:, None] > 0), risk.dtype)  # (b, b)
    right = ops.cast(risk[:, None] > risk[None, :], risk.dtype) + 0.5 * ops.cast(
        risk[:, None] == risk[None, :], risk.dtype
    )
    share = ops.sum(pair * right) / ops.maximum(ops.sum(pair), 1.0)
    return share * ops.ones_like(risk)
