"""YOURS. What is minimised: presence, box and kind in each cell, after Redmon et al. 2016, arXiv 1506.02640.

Shapes: b batch, r rows, c columns of cells.
"""

from keras import ops


def grid_loss(y_true, y_pred, coordinates, empty):
    """Three terms a cell; boxes and kinds count only where a shape is.

    Args:
        y_true: Float["b r c 8"]: present; x, y in the cell; width, height; one of three kinds.
        y_pred: Float["b r c 8"]: a logit; the four; three logits.
        coordinates: weight of the box.
        empty: weight of the presence in cells where there is none.

    Returns:
        Float["b r c"], >= 0.
    """
    present = y_true[..., 0]  # (b, r, c)
    logit = y_pred[..., 0]
    presence = ops.softplus(logit) - present * logit
    presence = (present + empty * (1 - present)) * presence
    squared = ops.sum(ops.square(y_true[..., 1:5] - y_pred[..., 1:5]), axis=-1)
    kind = -ops.sum(y_true[..., 5:] * ops.log_softmax(y_pred[..., 5:], axis=-1), axis=-1)
    box = coordinates * present * squared
    return presence + box + kind


def exact(y_true):
    """The best prediction: certain logits, the very box."""
    certain = 40.0 * y_true - 20.0
    return ops.concatenate([certain[..., :1], y_true[..., 1:5], certain[..., 5:]], axis=-1)


def overlap(y_true, y_pred):
    """Intersection over union of the boxes, averaged over the cells where a shape is; Float["b"]."""
    present = y_true[..., 0]
    low, high = [], []
    for boxes in (y_true, y_pred):
        centre, size = 0.5 * boxes[..., 1:3], ops.maximum(boxes[..., 3:5], 0.0)  # in units of two cells
        low.append(centre - size / 2)
        high.append(centre + size / 2)
    shared = ops.prod(ops.maximum(ops.minimum(*high) - ops.maximum(*low), 0.0), axis=-1)
    areas = [ops.prod(h - at, axis=-1) for h, at in zip(high, low, strict=True)]
    ratio = shared / (areas[0] + areas[1] - shared + 1e-6)
    return ops.sum(present * ratio, axis=(1, 2)) / ops.maximum(ops.sum(present, axis=(1, 2)), 1.0)


def found(y_true, y_pred):
    """Share of the shapes that are seen and named; Float["b"]."""
    present = y_true[..., 0]
    named = ops.equal(ops.argmax(y_true[..., 5:], axis=-1), ops.argmax(y_pred[..., 5:], axis=-1))
    seen = ops.cast(ops.logical_and(named, y_pred[..., 0] > 0), "float32")
    return ops.sum(present * seen, axis=(1, 2)) / ops.maximum(ops.sum(present, axis=(1, 2)), 1.0)
