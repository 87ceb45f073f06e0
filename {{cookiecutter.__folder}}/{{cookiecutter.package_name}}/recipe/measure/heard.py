"""MACHINERY. Which predictions a loss listens to, by sample, by step and by class."""

import numpy as np
from keras import ops, tree

from ..keras_side import backend
from .loss_answers import same
from .target_encoding import sums_to_one, within

SMALL = 1e-6  # of the largest gradient: none
NOISE = 0.1  # of predictions that favour nothing, so that no gradient is 0 by symmetry


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


def rivals(contract):
    """Of a loss_answers.Contract of one unit a class: its loss where each right class has the logit 2 and all others
    -2, and the same where one other class has 6."""
    right = contract.truths[0][1]
    alone = 4 * right - 2
    return contract.ask([alone]), contract.ask([alone + 8 * np.roll(right, 1, axis=-1)])


def reads_logits(contract):
    """Whether a loss of one unit a class, whose network answers logits, changes with what is added to all of them."""
    if contract.style != "units" or contract.probabilities[0]:
        return False
    some = np.random.default_rng(0).normal(size=contract.truths[0][1].shape)
    return not same(contract.ask([some]), contract.ask([some + 1]))


def shared_over(contract):
    """Over what such a loss seems to take a softmax: "classes", "steps", or "" for neither."""
    rng, shape = np.random.default_rng(0), contract.truths[0][1].shape
    some, by_step = rng.normal(size=shape), rng.normal(size=(*shape[:-1], 1))
    by_class = rng.normal(size=(shape[0], *[1] * (len(shape) - 2), shape[-1]))
    if same(contract.ask([some]), contract.ask([some + by_step])):
        return "classes"
    return "steps" if len(shape) > 2 and same(contract.ask([some]), contract.ask([some + by_class])) else ""
