from keras import ops


def of_the_pair(y_true, y_pred):
    """Log-probabilities of the preferred and the rejected answer: of the policy and of the reference, each (b, 2)."""
    pair = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1], dtype=y_pred.dtype)  # (b, 2, a)
    return ops.sum(pair * y_pred[:, :1], axis=-1), ops.sum(pair * y_pred[:, 1:], axis=-1)


def dpo(y_true, y_pred, beta=0.1):
    """-log sigmoid(beta (log-ratio of the preferred answer - log-ratio of the rejected one)).

    Args:
        y_true: Int["b 2"], the preferred and the rejected answer.
        y_pred: Float["b 2 a"], log-probabilities of the policy and of the reference.
        beta: how dear it is to leave the reference.

    Source: Rafailov et al. 2023, arXiv 2305.18290, equation 7.
    """
    policy, reference = of_the_pair(y_true, y_pred)
    policy_margin = policy[:, 0] - policy[:, 1]
    reference_margin = reference[:, 0] - reference[:, 1]
    return -ops.log_sigmoid(beta * (policy_margin - reference_margin))


def preferred(y_true, y_pred):
    """Whether the implicit reward, the log-ratio of policy and reference, puts the preferred answer first."""
    policy, reference = of_the_pair(y_true, y_pred)
    reward = policy - reference
    return ops.cast(reward[:, 0] > reward[:, 1], "float32")
