from keras import ops


def rmse(y_true, y_pred):
    """Root of the mean squared error of each profile, where it was measured."""
    known = y_true[..., 1]
    squared = ops.sum(known * (y_true[..., 0] - y_pred) ** 2, axis=-1)
    return ops.sqrt(squared / ops.maximum(ops.sum(known, axis=-1), 1.0))


def inverted(y_true, y_pred):
    """Share of neighbouring depths whose upper water is denser by more than 0.01 kg / m³."""
    from .model import density

    rho = density(y_pred)
    return ops.mean(ops.cast(rho[:, :-1] - rho[:, 1:] > 0.01, "float32"), axis=-1)
