from keras import ops

from .data import B_VALUES


def decay(parameters, b_values):
    """S(b)/S0 = (1 - f) exp(-b D) + f exp(-b D*), of D, f, D*."""
    slow, share, fast = ops.split(parameters, 3, axis=-1)  # (b, 1) each
    b_values = ops.cast(b_values, parameters.dtype)
    return (1 - share) * ops.exp(-b_values * slow) + share * ops.exp(-b_values * fast)  # (b, n)


def ivim(y_true, y_pred):
    """Squared distance of the measured signal from the one that the parameters make."""
    return ops.mean(ops.square(y_true[..., :-3] - decay(y_pred, B_VALUES)), axis=-1)


def share_error(y_true, y_pred):
    """How far the perfused share is from the true one."""
    return ops.abs(y_true[..., -2] - y_pred[..., 1])
