import numpy as np
from keras import ops


def transitions(classes, pairs, flip):
    """T[i, j] = p(label j is noted | class i is true), of classes of which some are taken for another one."""
    matrix = np.eye(classes, dtype="float32")
    for first, second in pairs:
        matrix[first, first] -= flip
        matrix[first, second] += flip
    return matrix


def forward(y_true, y_pred, pairs, flip):
    """Cross-entropy of the noted label, from what T makes of the true classes: Patrini et al. 2017, Theorem 2."""
    p = ops.softmax(y_pred, axis=-1)  # (b, c)
    matrix = transitions(y_pred.shape[-1], pairs, flip)
    noted = ops.matmul(p, matrix)  # T' p
    noted = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype="float32") * noted, axis=-1)  # (b)
    return -ops.log(noted + 1e-7)
