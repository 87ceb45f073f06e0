"""MACHINERY. Trainings over their steps: the loss, its terms, and metrics. Each Picture holds its curves besides, which
a page draws itself."""

import numpy as np

from ..keep.run_files import rounded
from .sheet import COLOURS, QUIET, SPLITS, TRAINING, evenly, picture, scale, sheet, short, spans

PREFIXES = {"training": "train", "validation": "val"}  # of the keys of history.csv
MOST_POINTS = 500  # of one curve: more pixels there are not
STEPS = "optimizer updates"


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
    alt = "; ".join(filter(None, (f"at the end {ends}", across)))
    return picture(figure, "Loss over optimizer updates.", alt, by_split(rows, names, {"loss": lines}))


def metrics(rows):
    """Every other figure of the history, a panel each; None without any."""
    names = [name for name in measured(rows) if not name.endswith("loss")]
    if not names:
        return None
    figure, axes = panels(rows, names)
    axes[0].legend(fontsize=7)
    ends = ", ".join(f"{key} {rows[-1][key]:.4g}" for key in rows[-1] if key.partition("/")[2] in names)
    return picture(figure, "Metrics over optimizer updates.", f"at the end {ends}", by_split(rows, names))


def measured(rows):
    """Names that the splits have figures of."""
    return list(dict.fromkeys(key.partition("/")[2] for row in rows for key in row if "/" in key))


def values(rows, key):
    return [row[key] for row in rows if key in row]


def points(rows, key, most=MOST_POINTS):
    """(steps, figures) of one key, at most so many, evenly apart."""
    found = [(int(row["step"]), row[key]) for row in rows if key in row]
    return tuple(zip(*evenly(found, most), strict=True)) if found else ((), ())


def panel(title, curves, levels=None):
    """Some curves as a page draws them.

    Args:
        title: of the panel.
        curves: {name: (steps, figures)}, the steps in their order.
        levels: {what it is: a number}, drawn across.

    Returns:
        A dictionary, ready for JSON, in which numbers that are not finite are None.
    """
    numbers = [number for _, figures in curves.values() for number in figures] + [*(levels or {}).values()]
    series = [
        {"name": name, "x": [*steps], "y": [rounded(y) for y in figures]}
        for name, (steps, figures) in curves.items()
        if len(steps)
    ]
    return {"title": title, "log": "loss" in title and spans(numbers), "series": series, "levels": levels or {}}


def by_split(rows, names, levels=None):
    """A panel for each name, with the curves of both splits."""
    curves = {name: {split: points(rows, f"{PREFIXES[split]}/{name}") for split in SPLITS} for name in names}
    return [panel(name, both, (levels or {}).get(name)) for name, both in curves.items()]


def panels(rows, names, **options):
    """A sheet with axes for each name: its curves on both splits."""
    figure, axes = sheet(len(names), **options)
    for one, name in zip(axes, names, strict=True):
        one.set(title=short(name), xlabel=STEPS)
        for split, colour in SPLITS.items():
            curve(one, rows, f"{PREFIXES[split]}/{name}", label=split, color=colour)
    return figure, axes


def curve(axes, rows, key, **style):
    """One figure over the steps; a single point, where there is one, is seen too."""
    steps, figures = points(rows, key)
    if steps:
        axes.plot(steps, figures, marker="." if len(steps) < 3 else None, **style)
    if key.endswith("loss"):
        scale(axes, figures)


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
    for one, key in zip(axes, keys, strict=True):
        one.set(title=key, xlabel=STEPS)
        for number, (name, rows) in enumerate(histories.items()):
            style = {"color": COLOURS[number], "label": short(name)} if few else {"color": TRAINING, "alpha": 0.3}
            curve(one, rows, key, **style)
    if few:
        axes[0].legend(fontsize=7)
    ends = {name: values(rows, keys[0])[-1:] for name, rows in histories.items()}
    best = sorted((name for name, end in ends.items() if np.isfinite(end).any()), key=ends.get)[:3]
    alt = f"{keys[0]} at the end, the least first: " + ", ".join(f"{name} {ends[name][0]:.4g}" for name in best)
    most = max(50, MOST_POINTS * len(COLOURS) // max(len(COLOURS), len(histories)))
    drawn = [panel(key, {name: points(rows, key, most) for name, rows in histories.items()}) for key in keys]
    return picture(figure, caption, alt, drawn)
