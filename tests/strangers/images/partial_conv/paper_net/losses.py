from keras import ops


def inpainting(y_true, y_pred, hole):
    """L_valid + hole · L_hole, each a mean over all pixels of the picture.

    Args:
        y_true: Float["b h w 2"], the whole picture, and 1 where a pixel is valid, 0 in a hole.
        y_pred: Float["b h w 1"].
        hole: weight of the pixels in holes.
    """
    truth, mask = y_true[..., :1], y_true[..., 1:]
    error = ops.abs(y_pred - truth)  # (b, h, w, 1)
    return ops.mean(mask * error, axis=(1, 2, 3)) + hole * ops.mean((1 - mask) * error, axis=(1, 2, 3))


def picture(y_true):
    return y_true[..., :1]


def hole_error(y_true, y_pred):
    """A metric: the mean error of a pixel in a hole."""
    hole = 1 - y_true[..., 1:]
    return ops.sum(hole * ops.abs(y_pred - y_true[..., :1]), axis=(1, 2, 3)) / ops.sum(hole, axis=(1, 2, 3))
