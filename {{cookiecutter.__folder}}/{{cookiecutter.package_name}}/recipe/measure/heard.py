"""MACHINERY. Which predictions a loss listens to: its gradient with respect to them, by sample and by step."""

import numpy as np
from keras import ops, tree

from ..keras_side import backend
from .target_encoding import sums_to_one, within

SMALL = 1e-6  # of the largest gradient: none
NOISE = 0.1  # of predictions that favour nothing, so that no gradient is 0 by symmetry
PADDED = 0.2  # share of the samples that are padded at least, where sequences are


def undecided(predictions):
    """Predictions in the same form, probabilities or any numbers, that favour nothing and differ a little."""
    noise = np.random.default_rng(0).normal(size=predictions.shape).astype("float32")
    if sums_to_one(predictions):
        shares = np.exp(NOISE * noise)
        return shares / shares.sum(axis=-1, keepdims=True)
    return (0.5 if within(predictions) else 0.0) + NOISE * noise


def heard(model, targets, y_pred):
    """For each output Bool["b …"], without the axis of its units: whether the loss of a batch moves with a prediction.

    Asked at undecided predictions, which keep the masks of the network's own.

    Args:
        model: compiled; its loss is of targets and predictions alone.
        targets: of the batch.
        y_pred: the network's predictions for it.
    """
    leaves, y_true = tree.flatten(y_pred), backend.tensors(targets)
    asked = [undecided(ops.convert_to_numpy(leaf)) for leaf in leaves]
    found = []
    for number, start in enumerate(asked):

        def loss(array, number=number):
            given = [array if i == number else ops.convert_to_tensor(other) for i, other in enumerate(asked)]
            masked = [backend.with_mask_of(*pair) for pair in zip(given, leaves, strict=True)]
            return ops.sum(model.compute_loss(y=y_true, y_pred=tree.pack_sequence_as(y_pred, masked)))

        slope = np.abs(backend.value_and_gradient(loss, start)[1])
        slope = slope.max(axis=-1) if slope.ndim > 1 else slope
        found.append(slope > SMALL * slope.max())
    return found


def padded(sequences):
    """Where sequences of different lengths are filled up: Bool["b t"]; None where none are.

    Args:
        sequences: "b t …", of which the steps before or after a sequence all are one value, the same in each.
    """
    if sequences.ndim < 2 or sequences.shape[1] < 3:
        return None
    steps = sequences.reshape(*sequences.shape[:2], -1)
    for backwards in (False, True):
        ordered = steps[:, ::-1] if backwards else steps
        ends, numbers = np.unique(ordered[:, -1], axis=0, return_counts=True)
        value = ends[numbers.argmax()]
        same = (ordered == value).all(axis=-1)
        run = np.cumprod(same[:, ::-1], axis=1)[:, ::-1].astype(bool)  # from each step to the end
        lengths = run.sum(axis=1)
        if np.ptp(value) == 0 and np.mean(lengths > 1) > PADDED and len(np.unique(lengths)) > 2:
            return run[:, ::-1] if backwards else run
    return None
