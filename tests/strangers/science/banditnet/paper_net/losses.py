from keras import ops


def translated_ips(y_true, y_pred, translation):
    """The inverse-propensity estimate of a policy's loss, translated, so that avoiding what was logged does not pay.

        loss = (delta - translation) * pi(action | x) / propensity

    Args:
        y_true: Float["b 4"], action, propensity, delta and the true class, which is not read.
        y_pred: Float["b a"], logits of the policy.
        translation: lambda, between the least and the largest delta.

    Source: Joachims et al. 2018, Deep Learning with Logged Bandit Feedback, section 3.
    """
    action, propensity, delta = y_true[:, 0], y_true[:, 1], y_true[:, 2]
    policy = ops.softmax(y_pred, axis=-1)  # (b, a)
    taken = ops.sum(policy * ops.one_hot(ops.cast(action, "int32"), y_pred.shape[-1]), axis=-1)  # (b,)
    return (delta - translation) * taken / propensity


def chosen_right(y_true, y_pred):
    """Whether the policy's likeliest action is the true class: what the paper tests by."""
    return ops.cast(ops.argmax(y_pred, axis=-1) == ops.cast(y_true[:, 3], "int32"), "float32")
