"""MACHINERY. Whether exp(-loss) is a density of the target: its integral over the targets, for several predictions."""

import itertools

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import private
from . import constant, perturb

FEW = 5  # samples of a batch
DRAWS = 4  # of the weights: predictions that differ, each of a form that the head can answer
POINTS = {1: 4001, 2: 201}  # along each axis, by the number of values of one target
MOST_COUNT = 20  # times the largest whole number among the targets
AGREE = 0.01  # of two integrals of one function on different grids


def totals(model, inputs, targets):
    """The integral of exp(-loss) over all targets, for each of several predictions; 1 for each where it is a density.

    Whole numbers that are not negative are summed over. The loss is taken by sample, before Keras averages it.

    Args:
        model: compiled, with one output.
        inputs, targets: a batch.

    Returns:
        Float["predictions"], of those whose integral a grid can tell; empty where a target has more than two values, or
        the loss is not of targets and predictions alone.
    """
    leaves = tree.flatten(targets)
    if not constant.asks_only_predictions(model) or len(leaves) != 1 or len(tree.flatten(model.loss)) != 1:
        return np.array([])
    y, few = np.asarray(leaves[0], "float64"), tree.map_structure(lambda leaf: leaf[:FEW], inputs)
    values = int(np.prod(y.shape[1:]))
    if values not in POINTS:
        return np.array([])
    answers = [predictions for seed in range(DRAWS) for predictions in drawn(model, few, seed)]
    if not all(len(rows) == len(answers[0]) for rows in answers):
        return np.array([])
    call = private.loss_object(keras.losses.get(tree.flatten(model.loss)[0])).call
    counts = np.all(y >= 0) and not np.any(y % 1)
    return integrals(call, y, np.concatenate(answers), counts)


def integrals(call, y, rows, counts):
    """The integral of exp(-loss) over all targets, for each of some predictions, as far as a grid can tell it.

    Args:
        call: f(y_true, y_pred), the loss by sample.
        y: Float["b …"], targets of one or two values each, which say where the integral is to be found.
        rows: Float["predictions …"].
        counts: whether the targets are whole numbers, 0 or more, which are summed over.
    """
    values = int(np.prod(y.shape[1:]))
    grids = [whole(y)] if counts else [spread(y, values, times) for times in (1, 3)]
    # A loss may be a mean over the values of a target: their sum is the density's.
    found = [known([[integral(call, row, *grid, times) for grid in grids] for row in rows]) for times in {1, values}]
    return min(
        found, key=lambda totals: np.ptp(totals) / max(totals.max(initial=0.0), 1e-12) if totals.size else np.inf
    )


def known(rows):
    """The integrals on the first grid, of those predictions of which another grid tells the same."""
    agreed = [totals[0] for totals in rows if np.ptp(totals) <= AGREE * abs(totals[0])]
    return np.array([total for total in agreed if np.isfinite(total)])


def drawn(model, few, seed):
    with perturb.stirred(model, seed):
        return perturb.predict(model, few)


def whole(y):
    """Every count up to far beyond the targets, each of weight 1."""
    counts = np.arange(MOST_COUNT * max(y.max(), 1) + 1)
    return counts.reshape(-1, *[1] * (y.ndim - 1)), np.ones(len(counts))


def spread(y, values, times):
    """Points that lie closest where the targets are and reach a thousand times as far, and what each stands for."""
    angle = np.linspace(-np.pi / 2, np.pi / 2, POINTS[values] + 2)[1:-1]
    width, middle = times * (y.std() or 1.0), y.mean()
    line, weight = middle + width * np.tan(angle), width * (angle[1] - angle[0]) / np.cos(angle) ** 2
    points = np.array(list(itertools.product(line, repeat=values)))
    weights = np.prod(list(itertools.product(weight, repeat=values)), axis=1)
    return points.reshape(len(points), *y.shape[1:]), weights


def integral(call, prediction, points, weights, times):
    """Of exp(-loss times a number) of one prediction; what is not a number lies outside of the targets there are."""
    y_pred = np.broadcast_to(prediction, (len(points), *prediction.shape))
    losses = call(ops.convert_to_tensor(points.astype("float32")), ops.convert_to_tensor(y_pred.astype("float32")))
    losses = ops.convert_to_numpy(losses).astype("float64").reshape(len(points), -1)
    if losses.shape[1] != 1:
        return np.nan
    return float(np.nansum(np.exp(-times * losses[:, 0]) * weights))
