from keras import ops


def yolo(y_true, y_pred, coordinates=5.0, empty=0.5):
    """Of the cells that hold an object, their box and that they hold it; of the others, that they hold none.

    Args:
        y_true: Float["b s s 5"], of each cell: 1 where it holds an object, else 0; the centre's x and y in the cell,
            0 … 1; width and height as shares of the image.
        y_pred: the same.
        coordinates: weight of the box.
        empty: weight of cells without an object.

    Returns:
        Float["b"], >= 0: the sum over cells.

    Source: Redmon et al. 2016, equation 3, with one box a cell and one class.
    """
    holds = y_true[..., 0]  # (b, s, s)
    centre = ops.sum((y_true[..., 1:3] - y_pred[..., 1:3]) ** 2, axis=-1)
    root = ops.sum((ops.sqrt(y_true[..., 3:]) - ops.sqrt(y_pred[..., 3:])) ** 2, axis=-1)
    box = coordinates * holds * (centre + root)
    there = holds * (1 - y_pred[..., 0]) ** 2
    not_there = empty * (1 - holds) * y_pred[..., 0] ** 2
    return ops.sum(box + there + not_there, axis=(1, 2))


def right(y_true):
    """The grid that the loss is least at: the true one."""
    return y_true


def found(y_true, y_pred):
    """Objects found (said to be there, and their box overlaps the true one by half), of those there or said to be."""
    there, said = y_true[..., 0] > 0.5, y_pred[..., 0] > 0.5
    cells = y_true.shape[1]

    def edges(grid):
        centre, half = grid[..., 1:3] / cells, grid[..., 3:] / 2
        return centre - half, centre + half

    (low, high), (low_pred, high_pred) = edges(y_true), edges(y_pred)
    shared = ops.prod(ops.maximum(ops.minimum(high, high_pred) - ops.maximum(low, low_pred), 0), axis=-1)
    union = ops.prod(y_true[..., 3:], axis=-1) + ops.prod(y_pred[..., 3:], axis=-1) - shared
    hit = there & said & (shared > 0.5 * union)
    hits, any_of_both = (ops.sum(ops.cast(these, y_pred.dtype), axis=(1, 2)) for these in (hit, there | said))
    return hits / ops.maximum(any_of_both, 1)
