from keras import ops


def temporal_difference(chosen, reward, ended, after, discount):
    """Huber's loss between Q(s, a) and r + discount * max Q(s', a'), nothing behind the end.

    Args:
        chosen: Float["b"], the value of the action that was taken.
        reward: Float["b"].
        ended: Float["b"], 1 where the episode is over, else 0.
        after: Float["b a"], the target network's values of the state after.
        discount: of a step.
    """
    goal = reward + discount * (1 - ended) * ops.max(after, axis=-1)
    error = ops.abs(chosen - ops.stop_gradient(goal))
    return ops.where(error < 1, 0.5 * error**2, error - 0.5)


def squared_error(y_true, y_pred):
    """Of the values of all actions, those that were never learnt from too. (b, 17 + a), (b, a) to (b)."""
    return ops.mean((y_true[:, -y_pred.shape[-1] :] - y_pred) ** 2, axis=-1)
