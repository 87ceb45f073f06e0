"""MACHINERY. The data as a whole, training beside validation: the shares of the targets, the ranges of the features."""

import numpy as np

from ..measure.target_encoding import classes
from .sheet import SPLITS, picture, sheet, short

MOST_FEATURES = 256  # whose ranges are drawn one by one; of more, all values together
MOST_BARS = 40
BINS = 40
QUANTILES = (0.05, 0.5, 0.95)


def targets(parts):
    """The targets of both splits.

    Args:
        parts: [(name, kind, training array, validation array)]; classes as integers or one-hot.
    """
    figure, axes = sheet(len(parts))
    seen = []
    for panel, (name, kind, *splits) in zip(axes, parts, strict=True):
        panel.set_title(short(name or kind))
        if kind == "classes":
            seen.append(class_shares(panel, [classes(array) for array in splits]))
        elif kind == "multilabel":
            seen.append(
                bars(panel, [np.asarray(array, float).reshape(-1, array.shape[-1]).mean(0) for array in splits])
            )
        else:
            histogram(panel, splits)
        panel.set_ylim(0, 1.3 * panel.get_ylim()[1])  # room for the legend
    axes[0].legend(SPLITS, fontsize=7, ncols=2)
    return picture(figure, "Targets: the share of each, training beside validation.", "; ".join(seen))


def class_shares(axes, splits):
    """Bars for the share of each class, of the most frequent ones where there are many; what they show, in words."""
    splits = [labels[labels >= 0] for labels in splits]  # a negative label means no class
    number = 1 + max(int(labels.max(initial=0)) for labels in splits)
    counts = [np.bincount(labels, minlength=number) for labels in splits]
    kept = np.sort(np.argsort(-counts[0], kind="stable")[:MOST_BARS])
    return bars(axes, [(count / max(1, count.sum()))[kept] for count in counts], kept)


def bars(axes, shares, names=None):
    names = np.arange(len(shares[0])) if names is None else names
    for offset, share, colour in zip((-0.2, 0.2), shares, SPLITS.values(), strict=True):
        axes.bar(np.arange(len(share)) + offset, share, 0.4, color=colour)
    every = 1 + len(names) // 10
    axes.set_xticks(range(0, len(names), every), names[::every])
    axes.set_ylabel("share")
    return f"{len(names)} classes, shares in training from {shares[0].min():.3g} to {shares[0].max():.3g}"


def histogram(axes, splits):
    """Both splits' values over the bins of both."""
    values = [np.ravel(array).astype(float) for array in splits]
    values = [array[np.isfinite(array)] for array in values]
    edges = np.histogram_bin_edges(np.concatenate(values), BINS)
    for array, colour in zip(values, SPLITS.values(), strict=True):
        axes.hist(array, edges, density=True, histtype="step", color=colour)
    axes.set_yticks([])


def ranges(parts):
    """What the features range over: the median of each and the band of nine tenths; of many features, all values.

    Args:
        parts: [(name, training array, validation array)].
    """
    figure, axes = sheet(len(parts))
    for panel, (name, *splits) in zip(axes, parts, strict=True):
        panel.set_title(short(name or "inputs"))
        flat = [np.asarray(array, float).reshape(len(array), -1) for array in splits]
        if flat[0].shape[1] > MOST_FEATURES:
            histogram(panel, flat)
            continue
        for array, colour in zip(flat, SPLITS.values(), strict=True):
            low, median, high = np.nanquantile(array, QUANTILES, axis=0)
            at = np.arange(array.shape[1])
            panel.fill_between(at, low, high, step="mid", color=colour, alpha=0.25, linewidth=0)
            panel.plot(at, median, drawstyle="steps-mid", color=colour)
        panel.set_xlabel("feature")
    for split, colour in SPLITS.items():
        axes[0].plot([], color=colour, label=split)
    axes[0].legend(fontsize=7)
    lowest = min(float(np.nanmin(array)) for _, array, _ in parts)
    highest = max(float(np.nanmax(array)) for _, array, _ in parts)
    return picture(
        figure,
        "Inputs: the median of each feature and the band that holds nine tenths of it; of many features, all values.",
        f"training inputs from {lowest:.3g} to {highest:.3g}",
    )
