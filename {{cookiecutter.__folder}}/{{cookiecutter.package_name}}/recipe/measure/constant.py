"""MACHINERY. What a prediction that knows nothing scores, and what the best conceivable prediction scores."""

import keras
import numpy as np
from keras import ops, tree
from scipy.optimize import minimize

from ..keras_side import backend
from ..prepare import samples
from ..prepare.regularizers import penalty
from .target_encoding import sums_to_one

MOST_TARGETS = 2000  # of the training split: enough for two digits, and the cost does not grow with the data
MOST_NUMBERS = 1_000_000  # in the predictions of one evaluation: a prediction for each pixel takes fewer samples
MOST_EVALUATIONS = 200
TINY = 1e-6  # share of a class that is never right


def constant_loss(model, inputs, targets):
    """The least loss that one prediction, the same for every sample, reaches on the targets.

    For classes it is the entropy of the labels, for squared errors the variance; here it is searched for, so that it
    holds for any loss, also of several outputs. Penalties on weights are left out.

    Args:
        model: compiled; its loss and loss weights are used.
        inputs: a batch, for the shape of what the model predicts.
        targets: of the training split.

    Returns:
        A float; None where there are no targets, where the loss is not of targets and predictions alone, or where it
        falls without end.
    """
    least = constant_search(model, inputs, targets)
    return least if least is not None and np.isfinite(least) else None


def constant_search(model, inputs, targets):
    """As constant_loss, but -inf where the loss falls without end."""
    if targets is None or not asks_only_predictions(model):
        return None
    like = model(inputs, training=False)
    number = len(samples.leaves(targets)[0])
    most = MOST_NUMBERS // max(1, sum(int(np.prod(leaf.shape[1:])) for leaf in tree.flatten(like)))
    some = np.random.default_rng(0).permutation(number)[: max(1, min(MOST_TARGETS, most))]
    return least_loss(model, like, samples.take(targets, some), np.zeros(len(some), int))


def asks_only_predictions(model):
    """Whether the loss is Keras' own sum over targets and predictions, and knows which belongs to which."""
    own = model.loss is None or type(model).compute_loss is not keras.Model.compute_loss
    return not own and not any(isinstance(loss, keras.losses.CTC) for loss in tree.flatten(model.loss))


def least_loss(model, like, targets, groups):
    """The least loss that predictions reach which are the same within each group of samples.

    Args:
        model: compiled.
        like: predictions of any number of samples, for their shapes.
        targets: of the samples.
        groups: Int["samples"], 0 … ; all 0 for one constant, one number a sample for predictions that know all.

    Returns:
        A float, -inf where the loss falls without end; None where it is not a number anywhere.
    """
    y_true = tree.map_structure(ops.convert_to_tensor, targets)
    number = int(groups.max()) + 1
    shapes = [tuple(leaf.shape[1:]) for leaf in tree.flatten(like)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    shares = [sums_to_one(ops.convert_to_numpy(leaf)) for leaf in tree.flatten(like)]

    def loss(flat):
        rows = ops.take(ops.reshape(flat, (number, sum(sizes))), groups, axis=0)
        parts = [rows[:, end - size : end] for size, end in zip(sizes, np.cumsum(sizes), strict=True)]
        leaves = [ops.reshape(part, (len(groups), *shape)) for part, shape in zip(parts, shapes, strict=True)]
        # An own loss may fall without end where shares exceed 1, as no softmax lets them.
        leaves = [ops.softmax(leaf) if share else leaf for leaf, share in zip(leaves, shares, strict=True)]
        return ops.sum(model.compute_loss(y=y_true, y_pred=tree.pack_sequence_as(like, leaves)))

    # Logits start at 0, probabilities at one half, values at their mean.
    starts = [np.zeros((number, sum(sizes))), np.full((number, sum(sizes)), 0.5)]
    means = [mean_by_group(np.asarray(leaf, float), groups) for leaf in tree.flatten(targets)]
    if [mean.shape[1] for mean in means] == sizes:
        means = [np.log(np.maximum(m, TINY)) if share else m for m, share in zip(means, shares, strict=True)]
        starts.append(np.concatenate(means, axis=1))

    def at(start):
        return backend.value_and_gradient(loss, start.ravel().astype("float32"))

    found = []
    for start in sorted(starts, key=lambda start: np.nan_to_num(at(start)[0], nan=np.inf)):
        end = minimize(at, start.ravel(), jac=True, method="L-BFGS-B", options={"maxfun": MOST_EVALUATIONS})
        found.append(end.fun)
        if end.nit > 0:  # else it started at the best one, or where a clipped loss is flat
            break
    known = [float(least) for least in found if least < np.inf]  # nor NaN
    return min(known) - penalty(model) if known else None


def mean_by_group(array, groups):
    rows = array.reshape(len(array), -1)
    return np.stack([rows[groups == group].mean(axis=0) for group in range(groups.max() + 1)])


def target(cfg, constant, floor=None):
    """The loss an overfitted subset is to reach; None for a loss without a floor, or where nothing can be known.

    Args:
        cfg: the configuration; `loss.floor` and `training.subset.target` are read.
        constant: the least loss of a constant prediction.
        floor: the least loss the subset itself can reach, where it is known to be higher.
    """
    floor = cfg.loss.floor if floor is None else floor
    if cfg.loss.floor is None or constant is None or constant <= floor:
        return None
    return floor + cfg.training.subset.target * (constant - floor)
