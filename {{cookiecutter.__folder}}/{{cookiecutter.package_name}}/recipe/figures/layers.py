"""MACHINERY. Inside a network: activations, gradients, weights and updates by layer, and what one sample sets off."""

import numpy as np

from .samples import natural, scaled
from .sheet import COLOURS, MOST_PANELS, TRAINING, Board, logarithmic, picture, sheet, short, spans

MOST_LINES = len(COLOURS)
MOST_UNITS = 16  # units or filters of a layer that are drawn


def fans(kind, steps, looks):
    """How values are spread over time, a panel a layer: the median, and bands of a half and of nine tenths.

    Args:
        kind: activations, gradients or weights.
        steps: optimizer updates at each look.
        looks: for each look {layer: Float["5"]}, its quantiles of 5, 25, 50, 75 and 95 %.

    Returns:
        A Picture; None where there is no layer. Of many layers those evenly apart.
    """
    names = evenly([name for name in looks[-1] if all(name in look for look in looks)])
    if not names:
        return None
    board = Board(len(names), columns=4, size=(2.0, 0.9))
    for number, name in enumerate(names):
        fan(board, board.cell(number, ""), short(name), steps, [look[name] for look in looks])
    last = looks[-1]
    alt = "; ".join(f"{short(name)} {last[name][0]:.2g} to {last[name][-1]:.2g}" for name in names)
    caption = (
        f"{kind.capitalize()} by layer over {steps[-1]:,} optimizer updates: the median, a half and nine tenths of "
        "them, each panel over its own range."
    )
    return picture(board.figure, caption, f"nine tenths at the end: {alt}")


def fan(board, box, title, at, quantiles):
    """A median with the bands round it; `quantiles` are Float["5"], one at each place. The title tells the range."""
    low, lower, median, upper, high = np.stack(quantiles, axis=1)
    least, most = low.min(), high.max()
    if len(at) == 1:
        at, (low, lower, median, upper, high) = [0, 1], (np.repeat(q, 2) for q in (low, lower, median, upper, high))
    board.band(box, at, low, high, least, most, color=TRAINING, alpha=0.15)
    board.band(box, at, lower, upper, least, most, color=TRAINING, alpha=0.3)
    board.curve(box, at, median, least, most, color=TRAINING)
    board.axes.text(box[0], box[1] + box[3] + 0.04, f"{title}   {least:.2g} to {most:.2g}", fontsize=7)


def by_layer(kinds):
    """Values by layer at one moment.

    Args:
        kinds: {activations or gradients: {layer: Float["5"], quantiles}}.

    Returns:
        A Picture: layers from left to right, in the order of their calls; None without any.
    """
    if not kinds:
        return None
    board = Board(len(kinds), columns=2, size=(3.6, 1.6))
    for number, (kind, quantiles) in enumerate(kinds.items()):
        fan(board, board.cell(number), kind, np.arange(len(quantiles)), list(quantiles.values()))
    caption = "The untrained network, layers from left to right: the median, a half and nine tenths of the values."
    alt = "; ".join(f"{kind}: {', '.join(quantiles)}" for kind, quantiles in kinds.items())
    return picture(board.figure, caption, alt)


def evenly(names):
    """As many as are drawn, from the first to the last."""
    if len(names) <= MOST_PANELS:
        return names
    return [names[i] for i in np.linspace(0, len(names) - 1, MOST_PANELS).round().astype(int)]


def updates(steps, ratios, dead):
    """The size of a step relative to the weights, and the share of units that are 0 on every sample.

    Args:
        steps: optimizer updates at each look.
        ratios: for each look {kernel: norm of one update over the norm of the weights}.
        dead: for each look {rectifying layer: share of its units}; empty without such layers.

    Returns:
        A Picture; None where nothing was updated.
    """
    panels = [("update ÷ weights", ratios)] * bool(ratios[-1]) + [("share of dead units", dead)] * bool(dead[-1])
    if not panels:
        return None
    figure, axes = sheet(len(panels), columns=2, size=(3.4, 2))
    for panel, (title, looks) in zip(axes, panels, strict=True):
        panel.set_title(title)
        panel.set_xlabel("optimizer updates")
        for number, name in enumerate(list(looks[-1])[:MOST_LINES]):
            panel.plot(steps, [look.get(name, np.nan) for look in looks], color=COLOURS[number], label=short(name))
        panel.legend(fontsize=6)
        if title.startswith("update") and spans([v for look in looks for v in look.values() if v]):
            logarithmic(panel)
    alt = "; ".join(f"{title} at the end up to {max(looks[-1].values()):.2g}" for title, looks in panels)
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

    Returns:
        A Picture.
    """
    units = np.moveaxis(np.asarray(kernel, float), -1, 0)[:MOST_UNITS]
    if units.ndim == 2 and units.shape[1] == np.prod(shape):
        units = units.reshape(len(units), *shape)
    board = Board(len(units), columns=8, size=(0.95, 0.75))
    for number, unit in enumerate(units):
        natural(board, board.cell(number, number), unit)
    caption = f"First weights: {len(units)} of the {kernel.shape[-1]} units of {name}, each over its own range."
    return picture(board.figure, caption, f"weights from {units.min():.3g} to {units.max():.3g}")


def gradient_map(parts):
    """Which part of its input an output depends on.

    Args:
        parts: [(name, the input of one sample, the gradient of one output with respect to it)].

    Returns:
        A Picture: the input above, the size of its gradient below.
    """
    board = Board(2 * len(parts), columns=2, size=(3, 1.2))
    shares = []
    for number, (name, sample, gradient) in enumerate(parts):
        size = np.abs(np.asarray(gradient, float))
        natural(board, board.cell(2 * number, short(name or "input")), sample)
        natural(board, board.cell(2 * number + 1, "size of the gradient"), size)
        shares.append(f"{np.mean(size > 0):.0%} of {name or 'the input'} moves the output")
    caption = "The gradient of one output with respect to its input: where it is 0, nothing reads it."
    return picture(board.figure, caption, "; ".join(shares))


def responses(activations):
    """What each layer answers to one sample.

    Args:
        activations: {layer: Float["…"], without the batch axis}.

    Returns:
        A Picture; of many layers those evenly apart. Of a map its channels side by side.
    """
    names = evenly(list(activations))
    board = Board(len(names), columns=4, size=(1.9, 1.1))
    for number, name in enumerate(names):
        answer = np.asarray(activations[name], float)
        answer = tiled(answer) if answer.ndim == 3 else answer
        box = board.cell(number, f"{short(name)} {activations[name].shape}")
        if answer.ndim == 2:
            board.image(box, scaled(answer), cmap="viridis")
        else:
            natural(board, box, answer)
    caption = "What each layer answers to one sample, each over its own range."
    return picture(board.figure, caption, ", ".join(f"{name} {activations[name].shape}" for name in names))


def tiled(answer):
    """Some channels of Float["h w c"] side by side, Float["rows columns"]."""
    channels = np.moveaxis(answer, -1, 0)[:MOST_UNITS]
    side = int(np.ceil(np.sqrt(len(channels))))
    blank = np.full((side * side - len(channels), *channels.shape[1:]), channels.min())
    squares = np.concatenate([channels, blank]).reshape(side, side, *channels.shape[1:])
    return squares.transpose(0, 2, 1, 3).reshape(side * channels.shape[1], side * channels.shape[2])


def initializers(spreads, losses):
    """How an initializer starts the layers of this network, and where it gets in a short training.

    Args:
        spreads: {initializer: {layer: quantiles of 5, 25, 50, 75 and 95 % of its first answers}}.
        losses: {initializer: (steps, losses)}.

    Returns:
        A Picture: a panel an initializer, layers from left to right; below, its training loss.
    """
    columns = len(spreads)
    board = Board(2 * columns, columns, (1.4, 1.0))
    values = np.concatenate([v for _, v in losses.values()])
    scale = np.log10 if spans(values) else np.asarray
    low, high = (float(scale(end)) for end in (np.nanmin(values), np.nanmax(values[np.isfinite(values)])))
    for number, name in enumerate(spreads):
        at = np.arange(len(spreads[name]))
        fan(board, board.cell(number, ""), short(name), at, list(spreads[name].values()))
        steps, curve = losses[name]
        box = board.cell(columns + number, f"loss {curve[-1]:.3g} at the end")
        board.curve(box, steps, scale(np.clip(curve, None, np.nanmax(values))), low, high, color=COLOURS[1])
    ends = sorted(losses, key=lambda name: np.nan_to_num(losses[name][1][-1], nan=np.inf))
    alt = "training loss at the end: " + ", ".join(f"{name} {losses[name][1][-1]:.3g}" for name in ends)
    caption = (
        "Initializers: above, what each layer answers before the first step, layers from left to right, each over its "
        "own range; below, the loss of a short training under each, all over one range."
    )
    return picture(board.figure, caption, alt)
