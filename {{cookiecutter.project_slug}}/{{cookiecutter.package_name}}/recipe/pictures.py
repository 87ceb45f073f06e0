"""MACHINERY. A sample as a picture in its natural form: an image, a signal, or a row of values."""

import numpy as np

MOST_CURVES = 4  # channels drawn as curves; more are a heat map
PIXELS = 128  # the longer side of a picture, about


def picture(sample):
    """One sample, without the batch axis, as a picture.

    Args:
        sample: Float["h w c"], an image where c is 1, 3 or 4, else its mean over c; Float["t c"], a signal of a few
            channels or a map; Float["f"], values; more axes are flattened into rows.

    Returns:
        UInt8["height width 3"].
    """
    array = np.nan_to_num(np.asarray(sample, float))
    if array.ndim > 3:
        array = array.reshape(array.shape[0], -1)
    if array.ndim == 3:
        array = array[..., :3] if array.shape[-1] in (3, 4) else array.mean(-1)
    if array.ndim < 2 or array.shape[-1] <= MOST_CURVES and array.ndim == 2:
        return curves(array.reshape(-1, 1) if array.ndim < 2 else array)
    return enlarged(array)


def enlarged(array):
    """An image scaled to 0 … 255 over its own range, each value a square of pixels."""
    low, high = array.min(), array.max()
    grey = (255 * (array - low) / (high - low or 1)).astype("uint8")
    grey = grey if grey.ndim == 3 else np.repeat(grey[..., None], 3, -1)
    factor = max(1, PIXELS // max(grey.shape[:2]))
    return grey.repeat(factor, 0).repeat(factor, 1)


def curves(array):
    """A signal as one curve a channel, over its own range."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 1), dpi=PIXELS)  # not pyplot, which would keep every figure
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.02, 0.05, 0.96, 0.9))
    axes.plot(array, marker="." if len(array) < 3 else None)
    axes.set_axis_off()
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()
