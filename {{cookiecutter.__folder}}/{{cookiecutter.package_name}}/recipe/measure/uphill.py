"""MACHINERY. Gradients that point uphill, as behind a layer that turns them round: they do not minimise the loss."""

import numpy as np
from keras import ops

from ..keras_side import backend

SHIFTS = (1e-2, 1e-1)  # of a weight's size: what is rounded goes up or down by chance in one of them
UPHILL = 0.5  # of what its gradient promises


def uphill(model, batch, scored):
    """The paths of kernels against whose gradient a step makes the loss rise.

    Args:
        model: compiled; left as it is.
        batch: (inputs, targets).
        scored: called with the model, returns its loss on the batch.
    """
    found, gradients = [], backend.gradients(model, backend.batch(batch))
    for weight in model.trainable_weights:
        before, gradient = ops.convert_to_numpy(weight), gradients.get(weight.path)
        size = 0.0 if gradient is None else float(np.linalg.norm(gradient))
        if not size > 0 or before.ndim < 2:  # of few numbers a rounded loss may rise by chance
            continue
        shifts = [share * float(np.linalg.norm(before) or 1.0) for share in SHIFTS]
        if all(rise(model, weight, shift * gradient / size, scored) < -UPHILL * shift * size for shift in shifts):
            found.append(weight.path)
    return found


def rise(model, weight, step, scored):
    """By how much the loss rises on a step of one weight; the mean of that and of its fall in the other way."""
    before, scores = ops.convert_to_numpy(weight), []
    for to in (before + step, before - step):
        weight.assign(to)
        scores.append(scored(model))
    weight.assign(before)
    return (scores[0] - scores[1]) / 2
