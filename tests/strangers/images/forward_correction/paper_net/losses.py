import numpy as np
from keras import ops


def transition(classes, flips, rate):
    """T[i, j]: how likely class i is labelled j."""
    table = np.eye(classes, dtype="float32")
    for source, goal in flips:
        table[source, source] = 1 - rate
        table[source, goal] = rate
    return table


def forward(y_true, y_pred, flips, rate):
    """-log of the noisy label's probability, sum_i p(i) T[i, y]; Patrini et al. 2017, Theorem 2."""
    table = transition(y_pred.shape[-1], flips, rate)
    noisy = ops.matmul(ops.softmax(y_pred, axis=-1), table)  # (b, c)
    of_label = ops.sum(ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1]) * noisy, axis=-1)
    return -ops.log(of_label + 1e-7)
