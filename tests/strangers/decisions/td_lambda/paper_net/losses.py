from keras import ops


def lambda_returns(reward, goes_on, values, discount, trace):
    """G_t = r_t + discount * goes_on_t * ((1 - trace) V_{t+1} + trace G_{t+1}), from the last value backwards.

    Args:
        reward: Float["b t"]
        goes_on: Float["b t"], 0 where the episode ends with this step.
        values: Float["b t+1"], the critic's.

    Returns:
        Float["b t"]
    """
    ahead, returns = values[:, -1], []
    for t in reversed(range(reward.shape[1])):
        mixed = (1 - trace) * values[:, t + 1] + trace * ahead
        ahead = reward[:, t] + discount * goes_on[:, t] * mixed
        returns.append(ahead)
    return ops.stack(returns[::-1], axis=1)


def value_error(y_true, y_pred):
    """How far the critic is from the true value, the mean over the places of a walk; Float["b"]."""
    there = y_true[..., 3]
    return ops.sum(there * ops.abs(y_true[..., 2] - y_pred), axis=-1) / ops.sum(there, axis=-1)
