"""MACHINERY. What a prediction that knows nothing scores: the least loss of one constant prediction."""

import numpy as np
from keras import ops, tree
from scipy.optimize import minimize

from . import backend, samples

MOST_TARGETS = 2000  # of the training split: enough for two digits, and the cost stops growing with the data


def constant_loss(model, inputs, targets):
    """The least loss that one prediction, the same for every sample, reaches on the targets.

    For classes it is the entropy of the labels, for squared errors the variance; here it is searched for, so that it
    holds for any loss. Penalties on weights are left out.

    Args:
        model: compiled; its loss and loss weights are used.
        inputs: a batch, for the shape of what the model predicts.
        targets: of the training split.

    Returns:
        A float; None where there are no targets.
    """
    if targets is None:
        return None
    number = len(samples.leaves(targets)[0])
    some = np.random.default_rng(0).permutation(number)[:MOST_TARGETS]
    y_true = tree.map_structure(ops.convert_to_tensor, samples.take(targets, some))
    like = model(inputs, training=False)
    shapes = [tuple(leaf.shape[1:]) for leaf in tree.flatten(like)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    penalty = float(sum(model.losses)) if model.losses else 0.0

    def loss(flat):
        leaves = []
        for shape, size, end in zip(shapes, sizes, np.cumsum(sizes), strict=True):
            leaves.append(ops.broadcast_to(ops.reshape(flat[end - size : end], shape), (len(some), *shape)))
        y_pred = tree.pack_sequence_as(like, leaves)
        return ops.sum(model.compute_loss(y=y_true, y_pred=y_pred))

    # Logits start at 0, probabilities at one half, values at their mean: the best of the three ends is taken.
    starts = [np.zeros(sum(sizes)), np.full(sum(sizes), 0.5)]
    means = [np.mean(np.asarray(leaf, float), axis=0).ravel() for leaf in samples.leaves(samples.take(targets, some))]
    if [mean.size for mean in means] == sizes:
        starts.append(np.concatenate(means))

    def objective(flat):
        return backend.value_and_gradient(loss, flat.astype("float32"))

    ends = [minimize(objective, start, jac=True, method="L-BFGS-B").fun for start in starts]
    finite = [end for end in ends if np.isfinite(end)]
    return min(finite) - penalty if finite else None


def target(cfg, constant):
    """The loss an overfitted subset is to reach; None for a loss without a floor, or where nothing can be known.

    Args:
        cfg: the configuration; `loss.floor` and `training.subset.target` are read.
        constant: the least loss of a constant prediction.
    """
    floor = cfg.loss.floor
    if floor is None or constant is None or constant <= floor:
        return None
    return floor + cfg.training.subset.target * (constant - floor)
