"""MACHINERY. Trainings over their steps: the loss, its terms, and metrics."""

import numpy as np

from .sheet import COLOURS, QUIET, SPLITS, TRAINING, picture, scale, sheet, short

PREFIXES = {"training": "train", "validation": "val"}  # of the keys of history.csv
MOST_POINTS = 500  # of one curve: more pixels there are not


def loss(rows, lines):
    """The loss and its terms.

    Args:
        rows: of history.csv; keys `split/name`. Terms of the loss are the names that end in `loss`.
        lines: {what it is: a loss}, drawn across: the target, and what a prediction that knows nothing scores.
    """
    names = sorted((name for name in measured(rows) if name.endswith("loss")), key=lambda name: name != "loss")
    figure, axes = panels(rows, names, size=(4.6, 2.2) if len(names) == 1 else (2.6, 1.6))
    for (said, value), style in zip(lines.items(), ("--", ":"), strict=False):
        axes[0].axhline(value, color=QUIET, linestyle=style, label=said)
    scale(axes[0], [*values(rows, "train/loss"), *lines.values()])
    axes[0].legend(fontsize=7)
    last = {split: rows[-1].get(f"{prefix}/loss") for split, prefix in PREFIXES.items()}
    ends, across = (
        ", ".join(f"{said} {value:.4g}" for said, value in figures.items() if value is not None)
        for figures in (last, lines)
    )
    return picture(figure, "Loss over optimizer updates.", "; ".join(filter(None, (f"at the end {ends}", across))))


def metrics(rows):
    """Every other figure of the history, a panel each; None without any."""
    names = [name for name in measured(rows) if not name.endswith("loss")]
    if not names:
        return None
    figure, axes = panels(rows, names)
    axes[0].legend(fontsize=7)
    ends = ", ".join(f"{key} {rows[-1][key]:.4g}" for key in rows[-1] if key.partition("/")[2] in names)
    return picture(figure, "Metrics over optimizer updates.", f"at the end {ends}")


def measured(rows):
    """Names that the splits have figures of."""
    return list(dict.fromkeys(key.partition("/")[2] for row in rows for key in row if "/" in key))


def values(rows, key):
    return [row[key] for row in rows if key in row]


def panels(rows, names, **options):
    """A sheet with a panel for each name: its curves on both splits."""
    figure, axes = sheet(len(names), **options)
    for panel, name in zip(axes, names, strict=True):
        panel.set(title=short(name), xlabel="optimizer updates")
        for split, colour in SPLITS.items():
            curve(panel, rows, f"{PREFIXES[split]}/{name}", label=split, color=colour)
    return figure, axes


def curve(axes, rows, key, **style):
    """One figure over the steps; a single point, where there is one, is seen too."""
    points = [(row["step"], row[key]) for row in rows if key in row]
    points = points[:: 1 + len(points) // MOST_POINTS]
    if points:
        axes.plot(*zip(*points, strict=True), marker="." if len(points) < 3 else None, **style)
    if key.endswith("loss"):
        scale(axes, [y for _, y in points])


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
        panel.set(title=key, xlabel="optimizer updates")
        for number, (name, rows) in enumerate(histories.items()):
            style = {"color": COLOURS[number], "label": short(name)} if few else {"color": TRAINING, "alpha": 0.3}
            curve(panel, rows, key, **style)
    if few:
        axes[0].legend(fontsize=7)
    ends = {name: values(rows, keys[0])[-1:] for name, rows in histories.items()}
    best = sorted((name for name, end in ends.items() if np.isfinite(end).any()), key=ends.get)[:3]
    alt = f"{keys[0]} at the end, the least first: " + ", ".join(f"{name} {ends[name][0]:.4g}" for name in best)
    return picture(figure, caption, alt)
