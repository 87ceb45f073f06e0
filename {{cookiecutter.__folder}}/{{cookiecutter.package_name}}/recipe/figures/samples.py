"""MACHINERY. Samples in their natural form: images, signals, sequences of integers, tables."""

import numpy as np

from .sheet import COLOURS, SPLITS, Board, picture, sheet, short

SIDE_BY_SIDE = 4  # samples in a row, where there is no second row of something else
MOST_CURVES = 4  # channels drawn as curves; more are a heat map
MOST_BARS = 32  # values drawn as bars; more are a curve
LONG = 3  # a map longer than so many times its width fills its panel


def natural(board, box, sample):
    """Draws one sample, without the batch axis.

    Args:
        board: a sheet.Board.
        box: where on it.
        sample: Float["h w c"], an image where c is 1, 3 or 4, else its mean over c; Float["t c"], a signal of a few
            channels or a map; Int["t"], a sequence; Float["f"], a table's row or a signal of one channel.
    """
    whole = np.issubdtype(np.asarray(sample).dtype, np.integer)
    array = np.nan_to_num(np.asarray(sample, float))
    if array.ndim > 3:
        array = array.reshape(array.shape[0], -1)
    if array.ndim == 3 or array.ndim == 2 and array.shape[-1] > MOST_CURVES:
        square = array.ndim == 3 or max(array.shape) < LONG * min(array.shape)
        board.image(box, scaled(array), square, cmap="gray", vmin=0, vmax=1)
        return
    array = array.reshape(-1, 1) if array.ndim < 2 else array
    low, high = array.min(), array.max()
    if len(array) <= MOST_BARS and array.shape[1] == 1:
        bars = np.append(array, array[-1])  # each reaches from its edge to that of the next
        low, high = min(0, low), max(0, high)
        board.band(box, np.arange(len(bars)), 0 * bars, bars, low, high, step="post", color=COLOURS[0])
        return
    for channel, colour in zip(array.T, COLOURS, strict=False):
        style = {"color": colour, "drawstyle": "steps-mid" if whole else "default"}
        board.curve(box, np.arange(len(channel)), channel, low, high, **style)


def scaled(array):
    """An image scaled to 0 … 1 over its own range; Float["h w"] or Float["h w 3"]."""
    if array.ndim == 3:
        array = array[..., :3] if array.shape[-1] in (3, 4) else array.mean(-1)
    low, high = array.min(), array.max()
    return (array - low) / (high - low or 1)


def rows(parts, titles, caption, alt=""):
    """Samples side by side, one row for each input.

    Args:
        parts: [(name, array with a first axis of samples)].
        titles: one a sample: its target, or what was predicted.
        caption, alt: of the Picture.
    """
    columns = len(titles)
    board = Board(columns * len(parts), columns if len(parts) > 1 else SIDE_BY_SIDE, (0.95, 0.75))
    for row, (name, array) in enumerate(parts):
        for column, title in enumerate(titles):
            said = title if row == 0 else name if column == 0 else ""
            natural(board, board.cell(row * columns + column, short(said)), array[column])
    return board.picture(caption, alt)


def scalars(*arrays):
    """Whether arrays with a first axis of samples have one number a sample each."""
    return all(array[0].size == 1 for array in arrays)


def points(splits, names, caption):
    """Samples of one number in and one out: the target over the input.

    Args:
        splits: {training or validation: (inputs, targets)}, Float["b …"] of one number a sample.
        names: of the input and of the target.
        caption: of the Picture.
    """
    figure, (axes,) = sheet(1, size=(3.4, 2.2))
    for split, (x, y) in splits.items():
        axes.plot(np.ravel(x), np.ravel(y), ".", markersize=3, alpha=0.6, color=SPLITS[split], label=split)
    axes.set(xlabel=short(names[0] or "input"), ylabel=short(names[1] or "target"))
    axes.legend(fontsize=7)
    ends = [f"{np.min(values):.3g} to {np.max(values):.3g}" for values in splits["training"]]
    return picture(figure, caption, f"training inputs {ends[0]}, targets {ends[1]}")
