import math

from keras import ops


def complementary(y_true, y_pred):
    """-log of the probability of the classes named, 1 - p(any of them), by as many such sets as leave a class out."""
    classes, number = y_pred.shape[-1], y_true.shape[-1] - 1
    named = ops.sum(ops.one_hot(ops.cast(y_true[:, :-1], "int32"), classes), axis=1)  # (b, c)
    p = ops.sum(named * ops.softmax(y_pred, axis=-1), axis=-1)  # (b)
    return math.log(math.comb(classes - 1, number)) - ops.log(1 - p + 1e-7)


def right(y_true, y_pred):
    """Whether the likeliest class is the true one."""
    return ops.cast(ops.equal(ops.argmax(y_pred, axis=-1), ops.cast(y_true[:, -1], "int64")), "float32")
