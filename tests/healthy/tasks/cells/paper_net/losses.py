"""Cross-entropy of pixels, the rare classes for more."""

from keras import ops


def pixels(y_true, y_pred, weights):
    """One value a pixel; y_pred are probabilities, `weights` one for each class."""
    y_true = ops.cast(y_true, "int32")
    p = ops.take_along_axis(y_pred, y_true[..., None], axis=-1)[..., 0]
    return ops.take(ops.convert_to_tensor(weights, "float32"), y_true) * -ops.log(ops.maximum(p, 1e-7))
