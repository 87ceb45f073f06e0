from keras import ops


def traced(values, rewards, ends, ratios, gamma, rho_bar, c_bar):
    """The targets v_0 … v_T of V-trace, from the last backwards; v_T = V(x_T)."""
    rho, c = ops.minimum(ratios, rho_bar), ops.minimum(ratios, c_bar)
    discounts = gamma * (1 - ends)  # (b, T)
    deltas = rho * (rewards + discounts * values[:, 1:] - values[:, :-1])
    ahead = ops.zeros_like(values[:, 0])  # v_t - V(x_t)
    targets = [values[:, -1]]
    for t in reversed(range(rewards.shape[1])):
        ahead = deltas[:, t] + discounts[:, t] * c[:, t] * ahead
        targets.insert(0, values[:, t] + ahead)
    return ops.stack(targets, axis=1)  # (b, T + 1)


def vtrace(y_true, y_pred, gamma, rho_bar, c_bar):
    """(v_t - V(x_t))² / 2, of the last step 0; y_true has reward, end, ratio and true value of each step."""
    rewards, ends, ratios = y_true[:, :-1, 0], y_true[:, :-1, 1], y_true[:, :-1, 2]
    targets = ops.stop_gradient(traced(y_pred, rewards, ends, ratios, gamma, rho_bar, c_bar))
    return 0.5 * ops.mean((targets - y_pred) ** 2, axis=-1)  # (b)


def value_error(y_true, y_pred):
    """How far the values are from the true ones."""
    return ops.mean(ops.abs(y_true[..., 3] - y_pred), axis=-1)
