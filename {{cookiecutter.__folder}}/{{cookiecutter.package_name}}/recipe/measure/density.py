"""MACHINERY. Whether exp(-loss) is a density of the target: its integral over the targets, for several predictions."""

import itertools

import keras
import numpy as np
from keras import ops, tree
from scipy import special

from ..keras_side import backend, private
from . import constant, perturb

FEW = 5  # samples of a batch
DRAWS = 4  # of the weights: predictions that differ, each of a form that the head can answer
POINTS = {1: 4001, 2: 201}  # along each axis, by the number of values of one target
MOST_PLACES = 256  # at which one prediction is asked at once
MOST_COUNT = 20  # times the largest whole number among the targets
STEP, SLOPE = 1e-2, 0.2  # of predictions' size, and how far the loss may miss what its gradient promises
AGREE = 0.01  # of two integrals of one function on different grids


def totals(model, inputs, targets):
    """The integral of exp(-loss) over all targets, for each of several predictions; 1 for each where it is a density.

    The loss is taken by sample, before Keras averages it.

    Args:
        model: compiled, with one output.
        inputs, targets: a batch.

    Returns:
        Float["predictions"], of those whose integral a grid can tell; empty where more than two values of a target
        belong together, or the loss is not of targets and predictions alone.
    """
    leaves = tree.flatten(targets)
    if not constant.asks_only_predictions(model) or len(leaves) != 1 or len(tree.flatten(model.loss)) != 1:
        return np.array([])
    y, few = np.asarray(leaves[0], "float64"), tree.map_structure(lambda leaf: leaf[:FEW], inputs)
    answers = [predictions for seed in range(DRAWS) for predictions in drawn(model, few, seed)]
    if not all(len(rows) == len(answers[0]) for rows in answers):
        return np.array([])
    call, rows = private.loss_object(keras.losses.get(tree.flatten(model.loss)[0])).call, np.concatenate(answers)
    counts, parts = np.all(y >= 0) and not np.any(y % 1), 1
    if np.prod(y.shape[1:]) > max(POINTS) and (places := alike(y.shape[1:], rows.shape[1:])):
        call, parts = everywhere(call, places), int(np.prod(places))
        y, rows = (array.reshape(len(array), parts, *array.shape[1 + len(places) :]) for array in (y, rows))
        y, rows = y.reshape(-1, *y.shape[2:]), rows[:, 0]
    asked = np.prod(y.shape[1:]) in POINTS and minimises_itself(call, y, rows)
    return integrals(call, y, rows, counts, parts) if asked else np.array([])


def minimises_itself(call, y, rows):
    """Whether the gradient of a loss is the slope of its value: of a weight whose gradient is stopped the value says
    nothing."""
    rows = rows.astype("float32")
    y_true = ops.convert_to_tensor(np.resize(y, (len(rows), *y.shape[1:])).astype("float32"))

    def loss(y_pred):
        return ops.sum(call(y_true, y_pred))

    gradient = backend.value_and_gradient(loss, rows)[1]
    size = float(np.linalg.norm(gradient))
    if not np.isfinite(size) or size == 0:
        return True
    step = (STEP * np.linalg.norm(rows) / np.sqrt(rows.size) / size * gradient).astype("float32")
    rise = sum(sign * backend.number(loss(ops.convert_to_tensor(rows + sign * step))) for sign in (1, -1)) / 2
    promised = float(np.sum(step * gradient))
    return not abs(rise - promised) > SLOPE * promised


def alike(target, prediction):
    """The axes of a target at whose every place a prediction has several numbers of its own, as a mean and a width;
    empty without any."""
    places = target if len(prediction) > len(target) else target[:-1]
    own = prediction[: len(places)] == places and np.prod(prediction) > np.prod(target)
    return places if own and np.prod(places) <= MOST_PLACES else ()


def everywhere(call, places):
    """The loss of one place, of a loss over many: all get the same target and the same prediction."""

    def of_one(y_true, y_pred):
        tiled = (ops.reshape(part, (len(part), *[1] * len(places), *part.shape[1:])) for part in (y_true, y_pred))
        losses = call(*(ops.tile(part, (1, *places, *[1] * (part.ndim - 1 - len(places)))) for part in tiled))
        return ops.mean(ops.reshape(losses, (len(losses), -1)), axis=1)

    return of_one


def integrals(call, y, rows, counts, parts=1):
    """The integral of exp(-loss) over all targets, for each of some predictions, as far as a grid can tell it.

    Args:
        call: f(y_true, y_pred), the loss by sample.
        y: Float["b …"], targets of one or two values each, which say where the integral is to be found.
        rows: Float["predictions …"].
        counts: whether the targets are whole numbers, 0 or more, which are summed over.
        parts: of how many such targets the loss may be the sum.
    """
    values = int(np.prod(y.shape[1:]))
    # Grids on which the same must be found. A loss of counts may leave out log(y!), as Keras' Poisson does; one of what
    # is never negative may say nothing of what is.
    if counts:
        agreeing = [[grid] for grid in whole(y)]
    else:
        sides = (False, True) if y.min() >= 0 else (False,)
        agreeing = [[spread(y, values, times, positive) for times in (1, 3)] for positive in sides]
    # A loss may be a mean over the values of a target: their sum is the density's.
    found = [
        known([[integral(call, row, *grid, times) for grid in grids] for row in rows])
        for times in {1, values, 1 / parts}
        for grids in agreeing
    ]
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
    """Every count up to far beyond the targets, and the logarithm of its weight: of 1, and of 1 / y!; and every level,
    as of grey, up to the highest there is."""
    counts = np.arange(MOST_COUNT * max(y.max(), 1) + 1)
    points, levels = counts.reshape(-1, *[1] * (y.ndim - 1)), int(y.max()) + 1
    return (points, np.zeros(len(counts))), (points, -special.gammaln(counts + 1)), (points[:levels], np.zeros(levels))


def spread(y, values, times, positive=False):
    """Points that lie closest where the targets are and reach a thousand times as far, and the logarithm of what each
    stands for."""
    angle = np.linspace(0 if positive else -np.pi / 2, np.pi / 2, POINTS[values] + 2)[1:-1]
    width, middle = times * (y.std() or 1.0), 0.0 if positive else y.mean()
    line, weight = middle + width * np.tan(angle), width * (angle[1] - angle[0]) / np.cos(angle) ** 2
    points = np.array(list(itertools.product(line, repeat=values)))
    weights = np.prod(list(itertools.product(weight, repeat=values)), axis=1)
    return points.reshape(len(points), *y.shape[1:]), np.log(weights)


def integral(call, prediction, points, log_weights, times):
    """Of exp(-loss times a number) of one prediction; what is not a number lies outside of the targets there are."""
    y_pred = np.broadcast_to(prediction, (len(points), *prediction.shape))
    losses = call(ops.convert_to_tensor(points.astype("float32")), ops.convert_to_tensor(y_pred.astype("float32")))
    losses = ops.convert_to_numpy(losses).astype("float64").reshape(len(points), -1)
    if losses.shape[1] != 1:
        return np.nan
    return float(np.nansum(np.exp(log_weights - times * losses[:, 0])))
