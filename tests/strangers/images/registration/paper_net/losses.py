"""YOURS. What is minimised. Shapes: b batch, h height, w width."""

from keras import ops


def smoothness(y_true, y_pred, weight):
    """Squared differences of neighbouring displacements, equation 7; the true flow is not read: nothing is supervised.

    Args:
        y_true: not used.
        y_pred: Float["b h w 2"], the flow.
        weight: lambda.

    Returns:
        Float["b"].
    """
    rows = y_pred[:, 1:] - y_pred[:, :-1]
    columns = y_pred[:, :, 1:] - y_pred[:, :, :-1]
    return weight * (ops.mean(rows**2, axis=(1, 2, 3)) + ops.mean(columns**2, axis=(1, 2, 3)))


def end_point(y_true, y_pred):
    """Distance of the flow from the true one, in pixels."""
    return ops.mean(ops.sqrt(ops.sum((y_true - y_pred) ** 2, axis=-1) + 1e-12), axis=(1, 2))
