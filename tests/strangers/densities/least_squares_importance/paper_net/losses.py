from keras import ops


def lsif(y_true, y_pred):
    """r² / 2 of the old, -r of the new: half the squared error of r over the old, less a constant, so mostly below 0."""
    new, ratio = y_true[..., 0], y_pred[..., 0]
    return 2 * ((1 - new) * ops.square(ratio) / 2 - new * ratio)  # each population is half of the samples


def ratio_error(y_true, y_pred):
    """How far the ratio is from the true one."""
    return ops.abs(y_pred[..., 0] - y_true[..., 1])
