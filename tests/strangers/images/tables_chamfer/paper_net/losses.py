"""YOURS. What is minimised. Shapes: b batch, n points, m points."""

from keras import ops


def squared_distances(y_true, y_pred):
    """Of each true point from each predicted one: (b, n, 3), (b, m, 3) to (b, n, m)."""
    gaps = ops.expand_dims(y_true, 2) - ops.expand_dims(y_pred, 1)
    return ops.sum(ops.square(gaps), axis=-1)


def chamfer(y_true, y_pred):
    """Chamfer distance: each point's squared distance from the nearest of the other set, both ways; (b).

    Source: Achlioptas et al. 2018, Section 2; means in the place of sums.
    """
    distances = squared_distances(y_true, y_pred)
    to_true = ops.mean(ops.min(distances, axis=1), axis=-1)  # of each predicted point
    to_predicted = ops.mean(ops.min(distances, axis=2), axis=-1)  # of each true point
    return to_true + to_predicted


def recall(y_true, y_pred, radius=0.2):
    """Share of the true points that have a predicted one within `radius`; (b)."""
    nearest = ops.sqrt(ops.min(squared_distances(y_true, y_pred), axis=2))
    return ops.mean(ops.cast(nearest < radius, "float32"), axis=-1)
