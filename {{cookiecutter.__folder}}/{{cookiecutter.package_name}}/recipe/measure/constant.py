"""MACHINERY. What a prediction that knows nothing scores, and what the best conceivable prediction scores."""

import keras
import numpy as np
from keras import ops, tree
from scipy.optimize import minimize
from scipy.special import logit

from ..keras_side import backend
from ..prepare import samples
from ..prepare.regularizers import penalty
from . import perturb
from .target_encoding import sums_to_one, within

MOST_TARGETS = 2000  # of the training split: enough for two digits, and the cost does not grow with the data
MOST_COUPLED = 50  # where a loss compares the samples of a batch, all pairs or triples of them
FEW = 8  # samples, of which is asked whether a loss compares them
OF_A_GRADIENT = 1e-5  # rounding
MOST_NUMBERS = 1_000_000  # in the predictions of one evaluation: a prediction for each pixel takes fewer samples
MOST_EVALUATIONS = 200
FALLEN = 1e4  # times the loss that a search begins with: one that falls so far falls without end
TINY = 1e-6  # share of a class that is never right
ROUNDING = 1e-3  # of a length, in half precision too


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
    return known(best_constant(model, inputs, targets)[0])


def known(least):
    """A least loss; None where there is none, or it falls without end."""
    return least if least is not None and np.isfinite(least) else None


def best_constant(model, inputs, targets):
    """(the loss as constant_loss says it, but -inf where it falls without end; the prediction, one array an output)."""
    if targets is None or not asks_only_predictions(model):
        return None, None
    like = model(inputs, training=False)
    number = len(samples.leaves(targets)[0])
    most = MOST_NUMBERS // max(1, sum(int(np.prod(leaf.shape[1:])) for leaf in tree.flatten(like)))
    some = np.random.default_rng(0).permutation(number)[: max(1, min(MOST_TARGETS, most))]
    if own_loss(model) and couples(model, samples.take(targets, some[:FEW]), made_up(like, len(some[:FEW]))):
        some = some[:MOST_COUPLED]
    least, best = search(model, inputs, like, samples.take(targets, some), np.zeros(len(some), int))
    return least, best and [array[0] for array in best]


def made_up(like, number):
    """So many predictions, of any numbers, in the shapes of others."""
    rng = np.random.default_rng(0)
    return tree.map_structure(lambda leaf: rng.normal(size=(number, *leaf.shape[1:])).astype("float32"), like)


def asks_only_predictions(model):
    """Whether the loss is Keras' own sum over targets and predictions, and knows which belongs to which."""
    own = model.loss is None or type(model).compute_loss is not keras.Model.compute_loss
    return not own and not any(isinstance(loss, keras.losses.CTC) for loss in tree.flatten(model.loss))


def couples(model, targets, y_pred):
    """Whether what the loss asks of one sample's prediction changes with another one's, as where it compares them: then
    a sample's place in the batch may say what it belongs to. Asked of one output."""
    predictions = [ops.convert_to_numpy(leaf).astype("float32") for leaf in tree.flatten(y_pred)]
    if not asks_only_predictions(model) or len(predictions) != 1:
        return False
    (given,), y_true = predictions, backend.tensors(targets)
    moved = given.copy()
    moved[0] += np.random.default_rng(0).normal(size=given[0].shape)

    def loss(leaf):
        return ops.sum(model.compute_loss(y=y_true, y_pred=tree.pack_sequence_as(y_pred, [leaf])))

    before, after = (backend.value_and_gradient(loss, array)[1][1:] for array in (given, moved))
    # A mean over the batch spreads it thinly; apart, they differ by rounding at most.
    return bool(np.abs(after - before).max(initial=0.0) > OF_A_GRADIENT * np.abs(before).max(initial=1e-12))


def least_loss(model, inputs, like, targets, groups):
    """The least loss that predictions reach which are the same within each group of samples.

    Args:
        model: compiled.
        inputs: some samples, to see what the outputs can be.
        like: predictions of any number of samples, for their shapes.
        targets: of the samples.
        groups: Int["samples"], 0 … ; all 0 for one constant, one number a sample for predictions that know all.

    Returns:
        A float, -inf where the loss falls without end; None where it is not a number anywhere.
    """
    return search(model, inputs, like, targets, groups)[0]


def search(model, inputs, like, targets, groups):
    """(the loss as least_loss says it, the predictions for all samples, one array an output); both may be None."""
    found = searched(model, inputs, like, targets, groups, own_loss(model))
    if found[0] in (None, -np.inf) and not own_loss(model):  # it may fall where no output reaches, Poisson's below 0
        found = searched(model, inputs, like, targets, groups, True)
    return found


def searched(model, inputs, like, targets, groups, bounded):
    """As `search`, among all predictions, or among such as the outputs can be, as far as bounds tell that."""
    y_true = tree.map_structure(ops.convert_to_tensor, targets)
    number = int(groups.max()) + 1
    shapes = [tuple(leaf.shape[1:]) for leaf in tree.flatten(like)]
    sizes = [int(np.prod(shape)) for shape in shapes]
    forms = forms_of(model, inputs, [ops.convert_to_numpy(leaf) for leaf in tree.flatten(like)], bounded)

    def leaves(flat):
        rows = ops.take(ops.reshape(flat, (number, sum(sizes))), groups, axis=0)
        parts = [rows[:, end - size : end] for size, end in zip(sizes, np.cumsum(sizes), strict=True)]
        parts = [ops.reshape(part, (len(groups), *shape)) for part, shape in zip(parts, shapes, strict=True)]
        return [answer(part) for (answer, _), part in zip(forms, parts, strict=True)]

    def loss(flat):
        y_pred = tree.pack_sequence_as(like, leaves(flat))
        return ops.sum(model.compute_loss(y=y_true, y_pred=y_pred, training=False))

    def at(start):
        return backend.value_and_gradient(loss, start.ravel().astype("float32"))

    # Logits start at 0, probabilities at one half, values at their mean.
    starts = [np.zeros((number, sum(sizes))), np.full((number, sum(sizes)), 0.5)]
    means = [mean_by_group(np.asarray(leaf, float), groups) for leaf in tree.flatten(targets)]
    if [mean.shape[1] for mean in means] == sizes:
        starts.append(np.concatenate([start(mean) for (_, start), mean in zip(forms, means, strict=True)], axis=1))
    found = []
    for start in sorted(starts, key=lambda start: np.nan_to_num(at(start)[0], nan=np.inf)):
        end = minimize(at, start.ravel(), jac=True, method="L-BFGS-B", options={"maxfun": MOST_EVALUATIONS})
        endless = end.fun < -FALLEN * max(1, abs(at(start)[0]))
        found.append((-np.inf if endless else float(end.fun), end.x))
        if end.nit > 0:  # else it started at the best one, or where a clipped loss is flat
            break
    known = [one for one in found if one[0] < np.inf]  # nor NaN
    if not known:
        return None, None
    least, best = min(known, key=lambda one: one[0])
    return least - penalty(model), [ops.convert_to_numpy(part) for part in leaves(best.astype("float32"))]


def forms_of(model, inputs, predictions, bounded):
    """For each output two functions: from any numbers to such as it can answer, and back.

    A loss may fall without end where no output reaches, as a Dice loss beyond 0 … 1.

    Args:
        bounded: whether the outputs' own bounds count, which takes a while to find.
    """
    free = (lambda numbers: numbers,) * 2
    shares = ops.softmax, lambda shares: np.log(np.maximum(shares, TINY))
    parts = ops.sigmoid, lambda parts: logit(np.clip(parts, TINY, 1 - TINY))
    sizes = ops.softplus, lambda sizes: sizes + np.log(-np.expm1(-np.maximum(sizes, TINY)))
    directions = along, free[1]
    reached = [None] * len(predictions)
    if bounded and any((one >= 0).all() for one in predictions):
        some = tree.map_structure(lambda leaf: ops.convert_to_numpy(leaf)[:1], inputs)
        reached = perturb.possible(model, some)

    def form(prediction, answers):
        if sums_to_one(prediction):
            return shares
        if prediction.ndim > 1 and prediction.shape[-1] > 1 and long_as_one(prediction):
            return directions
        if answers is None or not (answers >= 0).all():
            return free
        return parts if within(answers) else sizes

    return [form(*both) for both in zip(predictions, reached, strict=True)]


def long_as_one(vectors):
    """Whether vectors along the last axis have the length 1."""
    return bool(np.abs(np.linalg.norm(vectors, axis=-1) - 1).max(initial=0.0) < ROUNDING)


def along(numbers):
    """Vectors of the length 1 in the directions of any others."""
    return numbers / ops.sqrt(ops.sum(ops.square(numbers), axis=-1, keepdims=True) + TINY**2)


def own_loss(model):
    """Whether a loss is not one of Keras' own."""
    kinds = [loss if callable(loss) and hasattr(loss, "__name__") else type(loss) for loss in tree.flatten(model.loss)]
    return not all(kind is str or getattr(kind, "__module__", "").startswith("keras") for kind in kinds)


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
