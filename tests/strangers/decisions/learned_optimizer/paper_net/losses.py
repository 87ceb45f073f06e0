from keras import ops


def along_the_way(y_true, y_pred):
    """The optimizee's losses summed over the way, from the first step on, each a share of what it began with; (b,)."""
    return ops.sum(y_pred[:, 1:], axis=-1) / y_pred[:, 0]


def left_over(y_true, y_pred):
    """What is left of the first loss after the last step; (b,)."""
    return y_pred[:, -1] / y_pred[:, 0]
