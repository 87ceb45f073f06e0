from keras import ops


def endpoint(y_true, y_pred):
    """Endpoint error: the Euclidean distance of the two flow vectors; Float["b h w 2"], twice → Float["b h w"]."""
    return ops.sqrt(ops.sum(ops.square(y_true - y_pred), axis=-1) + 1e-9)


def itself(y_true):
    return y_true
