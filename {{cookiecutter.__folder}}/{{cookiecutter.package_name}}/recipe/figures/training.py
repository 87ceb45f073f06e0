"""MACHINERY. A training over its steps: loss, its terms and metrics."""

import numpy as np

from .sheet import COLOURS, QUIET, TRAINING, VALIDATION, logarithmic, picture, sheet, short, spans

SIDES = (("train", "training", TRAINING), ("val", "validation", VALIDATION))
MOST_POINTS = 500  # of one curve: more pixels there are not


def loss(rows, lines):
    """The loss and its terms.

    Args:
        rows: of history.csv; keys `split/name`. Terms of the loss are the names that end in `loss`.
        lines: {what it is: a loss}, drawn across: the target, and what a prediction that knows nothing scores.

    Returns:
        A Picture.
    """
    names = sorted((name for name in measured(rows) if name.endswith("loss")), key=lambda name: name != "loss")
    figure, axes = sheet(len(names), size=(4.6, 2.2) if len(names) == 1 else (2.6, 1.6))
    for panel, name in zip(axes, names, strict=True):
        both(panel, rows, name)
    for (said, value), style in zip(lines.items(), ("--", ":"), strict=False):
        axes[0].axhline(value, color=QUIET, linestyle=style, label=said)
    if lines and spans([*values(rows, "train/loss"), *lines.values()]):
        logarithmic(axes[0])
    axes[0].legend(fontsize=7)
    last = ", ".join(f"{said} {rows[-1][f'{side}/loss']:.4g}" for side, said, _ in SIDES if f"{side}/loss" in rows[-1])
    drawn = ", ".join(f"{said} {value:.4g}" for said, value in lines.items())
    return picture(figure, "Loss over optimizer updates.", f"at the end {last}" + (f"; {drawn}" if drawn else ""))


def metrics(rows):
    """Every other figure of the history, a panel each; None without any."""
    names = [name for name in measured(rows) if not name.endswith("loss")]
    if not names:
        return None
    figure, axes = sheet(len(names))
    for panel, name in zip(axes, names, strict=True):
        both(panel, rows, name)
    axes[0].legend(fontsize=7)
    ends = ", ".join(f"{key} {rows[-1][key]:.4g}" for key in rows[-1] if key.partition("/")[2] in names)
    return picture(figure, "Metrics over optimizer updates.", f"at the end {ends}")


def measured(rows):
    """Names that the splits have figures of."""
    return list(dict.fromkeys(key.partition("/")[2] for row in rows for key in row if "/" in key))


def values(rows, key):
    return [row[key] for row in rows if key in row]


def both(axes, rows, name):
    axes.set_title(short(name))
    for side, said, colour in SIDES:
        curve(axes, rows, f"{side}/{name}", label=said, color=colour)
    axes.set_xlabel("optimizer updates")


def curve(axes, rows, key, **style):
    """One figure over the steps; a single point, where there is one, is seen too."""
    points = [(row["step"], row[key]) for row in rows if key in row]
    points = points[:: 1 + len(points) // MOST_POINTS]
    if points:
        axes.plot(*zip(*points, strict=True), marker="." if len(points) < 3 else None, **style)
    if key.endswith("loss") and spans([y for _, y in points]):
        logarithmic(axes)


def overlaid(histories, keys, caption):
    """Curves of several trainings laid over one another, a panel each key.

    Args:
        histories: {name of a training: rows of its history.csv}.
        keys: such as val/loss; those that no training has are left out.
        caption: of the Picture.
    """
    keys = [key for key in keys if any(key in row for rows in histories.values() for row in rows)]
    figure, axes = sheet(len(keys), columns=2, size=(3.6, 2.2))
    few = len(histories) <= len(COLOURS)
    for panel, key in zip(axes, keys, strict=True):
        panel.set_title(key)
        panel.set_xlabel("optimizer updates")
        for number, (name, rows) in enumerate(histories.items()):
            style = {"color": COLOURS[number], "label": short(name)} if few else {"color": TRAINING, "alpha": 0.3}
            curve(panel, rows, key, **style)
    if few:
        axes[0].legend(fontsize=7)
    ends = {name: values(rows, keys[0]) for name, rows in histories.items()}
    best = {name: end[-1] for name, end in ends.items() if end and np.isfinite(end[-1])}
    order = sorted(best, key=best.get)[:3]
    alt = f"{keys[0]} at the end, the least first: " + ", ".join(f"{name} {best[name]:.4g}" for name in order)
    return picture(figure, caption, alt)
