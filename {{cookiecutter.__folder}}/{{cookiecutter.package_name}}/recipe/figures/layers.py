"""MACHINERY. Inside a network: activations, gradients, weights and updates by layer, and what one sample sets off.

Each picture has its function, which returns None where there is nothing to draw. Quantiles are Float["5"]: those of 5,
25, 50, 75 and 95 % of some values.
"""

import numpy as np

from .samples import natural, scaled
from .sheet import COLOURS, TRAINING, VALIDATION, Board, evenly, picture, scale, sheet, short, spans

MOST_PANELS = 12  # of more layers, some evenly apart
MOST_UNITS = 16  # units or filters of a layer that are drawn


def fans(kind, steps, moments):
    """How values are spread over a training, a panel a layer: the median, and bands of a half and of nine tenths.

    Args:
        kind: activations, gradients or weights.
        steps: optimizer updates at some moments.
        moments: {layer: quantiles} at each of them.
    """
    last = moments[-1]
    names = [name for name in last if all(name in moment for moment in moments)]
    if not names:
        return None
    names = evenly(names, MOST_PANELS)
    board = Board(len(names), columns=4, size=(2.0, 0.9))
    for number, name in enumerate(names):
        fan(board, number, short(name), steps, [moment[name] for moment in moments])
    alt = "; ".join(f"{short(name)} {last[name][0]:.2g} to {last[name][-1]:.2g}" for name in names)
    caption = (
        f"{kind.capitalize()} by layer over {steps[-1]:,} optimizer updates: the median, a half and nine tenths of "
        "them, each panel over its own range."
    )
    return board.picture(caption, f"nine tenths at the end: {alt}")


def fan(board, number, title, at, quantiles):
    """One cell of a board: a median with the bands round it, quantiles at each place; their range in the title."""
    low, lower, median, upper, high = curves = np.stack(quantiles, axis=1)
    ends = least, most = low.min(), high.max()
    if len(at) == 1:
        at, (low, lower, median, upper, high) = [0, 1], np.repeat(curves, 2, axis=1)
    box = board.cell(number, f"{title}   {least:.2g} to {most:.2g}")
    board.band(box, at, low, high, *ends, color=TRAINING, alpha=0.15)
    board.band(box, at, lower, upper, *ends, color=TRAINING, alpha=0.3)
    board.curve(box, at, median, *ends, color=TRAINING)


def by_layer(kinds):
    """Values at one moment, the layers from left to right in the order of their calls.

    Args:
        kinds: {activations or gradients: {layer: quantiles}}.
    """
    if not kinds:
        return None
    board = Board(len(kinds), columns=2, size=(3.6, 1.6))
    for number, (kind, quantiles) in enumerate(kinds.items()):
        fan(board, number, kind, range(len(quantiles)), list(quantiles.values()))
    caption = "The untrained network, layers from left to right: the median, a half and nine tenths of the values."
    alt = "; ".join(f"{kind}: {', '.join(quantiles)}" for kind, quantiles in kinds.items())
    return board.picture(caption, alt)


def updates(steps, ratios, dead):
    """The size of a step relative to the weights, and the share of units that are 0 on every sample.

    Args:
        steps: optimizer updates at some moments.
        ratios: {kernel: norm of one update over the norm of the weights} at each of them.
        dead: {rectifying layer: share of its units} at each of them; empty without such layers.
    """
    panels = {"update ÷ weights": ratios, "share of dead units": dead}
    panels = {title: moments for title, moments in panels.items() if moments[-1]}
    if not panels:
        return None
    figure, axes = sheet(len(panels), columns=2, size=(3.4, 2))
    for panel, (title, moments) in zip(axes, panels.items(), strict=True):
        panel.set(title=title, xlabel="optimizer updates")
        for name, colour in zip(moments[-1], COLOURS, strict=False):
            panel.plot(steps, [moment.get(name, np.nan) for moment in moments], color=colour, label=short(name))
        panel.legend(fontsize=6)
        if moments is ratios:
            scale(panel, [ratio for moment in moments for ratio in moment.values() if ratio])
    alt = "; ".join(f"{title} at the end up to {max(moments[-1].values()):.2g}" for title, moments in panels.items())
    caption = (
        "One step's update relative to the weights: about 0.001 is healthy, 0.1 restless. Dead units answer 0 always."
    )
    return picture(figure, caption, alt)


def first_weights(name, kernel, shape):
    """The weights of the first layer, a panel a unit, in the shape of what they look at.

    Args:
        name: of the kernel.
        kernel: Float["inputs units"], Float["t c units"] or Float["h w c units"].
        shape: of one input; a dense layer's weights are drawn in it where they fit.
    """
    units = np.moveaxis(np.asarray(kernel, float), -1, 0)[:MOST_UNITS]
    if units.ndim == 2 and units.shape[1] == np.prod(shape):
        units = units.reshape(len(units), *shape)
    board = Board(len(units), columns=8, size=(0.95, 0.75))
    for number, unit in enumerate(units):
        natural(board, board.cell(number, number), unit)
    caption = f"First weights: {len(units)} of the {kernel.shape[-1]} units of {name}, each over its own range."
    return board.picture(caption, f"weights from {units.min():.3g} to {units.max():.3g}")


def gradient_map(parts):
    """Which part of its input an output depends on: the input on the left, the size of its gradient on the right.

    Args:
        parts: [(name, the input of one sample, the gradient of one output with respect to it)].
    """
    board = Board(2 * len(parts), columns=2, size=(3, 1.2))
    shares = []
    for number, (name, sample, gradient) in enumerate(parts):
        size = np.abs(np.asarray(gradient, float))
        natural(board, board.cell(2 * number, short(name or "input")), sample)
        natural(board, board.cell(2 * number + 1, "size of the gradient"), size)
        shares.append(f"{np.mean(size > 0):.0%} of {name or 'the input'} moves the output")
    caption = "The gradient of one output with respect to its input: where it is 0, nothing reads it."
    return board.picture(caption, "; ".join(shares))


def responses(activations):
    """What each layer answers to one sample; of a map its channels side by side.

    Args:
        activations: {layer: Float["…"], without the batch axis}.
    """
    names = evenly(list(activations), MOST_PANELS)
    board = Board(len(names), columns=4, size=(1.9, 1.1))
    for number, name in enumerate(names):
        answer = np.asarray(activations[name], float)
        box = board.cell(number, f"{short(name)} {answer.shape}")
        if answer.ndim in (2, 3):
            board.image(box, scaled(tiled(answer) if answer.ndim == 3 else answer), cmap="Blues")
        else:
            natural(board, box, answer)
    caption = "What each layer answers to one sample, each over its own range."
    return board.picture(caption, ", ".join(f"{name} {activations[name].shape}" for name in names))


def tiled(answer):
    """Some channels of Float["h w c"] side by side, Float["rows columns"]."""
    channels = np.moveaxis(answer, -1, 0)[:MOST_UNITS]
    side = int(np.ceil(np.sqrt(len(channels))))
    blank = np.full((side * side - len(channels), *channels.shape[1:]), channels.min())
    squares = np.concatenate([channels, blank]).reshape(side, side, *channels.shape[1:])
    return squares.transpose(0, 2, 1, 3).reshape(side * channels.shape[1], side * channels.shape[2])


def initializers(spreads, losses):
    """How each initializer starts the layers of this network, and below, where it gets in a short training.

    Args:
        spreads: {initializer: {layer: quantiles of its first answers}}.
        losses: {initializer: (steps, losses)}.
    """
    columns = len(spreads)
    board = Board(2 * columns, columns, (1.4, 1.0))
    values = np.concatenate([curve for _, curve in losses.values()])
    shown = np.log10 if spans(values) else np.asarray
    low, high = np.nanmin(values), np.nanmax(values[np.isfinite(values)])
    for number, (name, quantiles) in enumerate(spreads.items()):
        fan(board, number, short(name), range(len(quantiles)), list(quantiles.values()))
        steps, curve = losses[name]
        box = board.cell(columns + number, f"loss {curve[-1]:.3g} at the end")
        board.curve(box, steps, shown(curve), shown(low), shown(high), color=VALIDATION)
    ends = {name: curve[-1] for name, (_, curve) in losses.items()}
    best = sorted(ends, key=lambda name: np.nan_to_num(ends[name], nan=np.inf))
    alt = "training loss at the end: " + ", ".join(f"{name} {ends[name]:.3g}" for name in best)
    caption = (
        "Initializers: above, what each layer answers before the first step, layers from left to right, each over its "
        "own range; below, the loss of a short training under each, all over one range."
    )
    return board.picture(caption, alt)
