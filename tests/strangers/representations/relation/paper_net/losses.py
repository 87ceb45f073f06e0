from keras import ops


def relation(y_true, y_pred):
    """The mean square error of the relation scores, equation 2 of Sung et al. 2018.

    Args:
        y_true: Int["b"], the query's class.
        y_pred: Float["b ways"], scores in 0 … 1.
    """
    return ops.mean(ops.square(related(y_true, y_pred.shape[-1]) - y_pred), axis=-1)


def related(y_true, ways=5):
    return ops.one_hot(y_true, ways, dtype="float32")
