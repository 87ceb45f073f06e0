from keras import ops


def value_error(y_true, y_pred):
    """|V(state) - the optimal value|; y_pred is (b, 3): V(state), V(next), Q."""
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
