"""MACHINERY. The checks of the rung `loss` on the untrained network: does it start where it should?"""

import numpy as np
from keras import tree

from ..keras_side import backend
from ..measure import loss_answers
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

# A start that is only rough, as without normalization, is gone by then: at most 0.7 of what a constant scores is left;
# where a kernel is drawn from N(0, 1), or inputs are not scaled, 3 and more.
SETTLING = 50  # optimizer updates
SMALL_TARGET = 0.3  # judgement: the ratio says nothing about targets that are all below
TEN_TIMES = 10  # as wide as the predictions: how targets are told that are not scaled

FAR_OFF = "targets-not-scaled loss-not-finite-at-extremes initialization-too-large inputs-not-scaled"
BLOCKED = "vanishing-gradient softmax-hidden-activation loss-not-finite-at-extremes"


@check("penalty", INDICATOR, limits.PENALTY, causes="regularization-overwhelms", refuted=True)
def penalty(m):
    """Penalties on weights are small beside the loss of the predictions: else the penalty is what gets minimised."""
    if not m.penalty or m.loss <= 0:
        return skips("nothing is added to the loss of the predictions")
    share, because = m.penalty / m.loss, f"penalties add {m.penalty:.4g} to a loss of {m.loss:.4g}"
    decide = warns_unless if limits.PENALTY_OVERWHELMS.holds(share) else fails_unless
    expected = f"below {limits.PENALTY.value:g} of the loss"
    return decide(limits.PENALTY.holds(share), share, expected, {"regularization-overwhelms": because})


@check("initial-loss", INDICATOR, limits.LOSS, causes=FAR_OFF, refuted=True)
def initial_loss(m):
    """The loss starts near what a prediction scores that knows nothing: further off, weights or scales are wrong."""
    c = m.contract
    if c.unknown or m.floor is None:
        return skips(c.unknown or "a loss without a floor")
    if m.constant is None or m.constant - m.floor < 1e-3 * max(1, abs(m.floor)):
        return skips("the best constant prediction is perfect, or not known")
    once, twice = c.network
    if loss_answers.differ(once, twice):
        return skips("the loss couples the samples of a batch")
    values = [style == "values" for style in c.styles]
    starts = [limit.value for limit in (limits.START_OF_VALUES if any(values) else limits.START_OF_CLASSES)]
    far, further, hopeless = starts if all(values) or not any(values) else np.square(starts)
    # Where one class is rare, the best constant knows it, and no start does: there the undecided prediction counts.
    known = m.constant if any(values) else max(m.constant, c.uninformed[1])
    loss = start_of(m, m.model)
    if np.isnan(loss):
        because = "the untrained network's loss is not a number, though its outputs are numbers"
        return fails(loss, "a number", {"loss-not-finite-at-extremes": because})
    ratio = max(0, (loss - m.floor) / (known - m.floor)) ** (1 / c.degree)
    expected = f"below {far:g} times the {known:.4g} of a prediction that knows nothing"
    limit = m.floor + far**c.degree * (known - m.floor)
    if ratio > far:
        settles = ratio <= hopeless and loss_after_updates(m) < known
        if settles and ratio <= further:
            return passes(loss, expected, f"gone after {SETTLING} updates", limit)
        tiny = all(values) and all(np.abs(t).max() < SMALL_TARGET for _, t in c.truths)
        affine = len(m.inside.kernels) < 2  # starts anywhere
        certain = ratio > further and not (settles or affine or tiny)
        return (fails if certain else warns)(loss, expected, why_far(m, loss, ratio), limit=limit)
    kinds = [declared.kind for declared in c.declared]  # perfect logits of classes are as large as one likes
    outputs = zip(c.truths, c.predictions, kinds, strict=True)
    sizes = [(t.std(), root_mean_square(p)) for (_, t), p, kind in outputs if kind == "values"]
    wide = [spread for spread, size in sizes if any(values) and 0 < size < spread / TEN_TIMES]
    large = [spread for spread in wide if not limits.TARGET_SIZE.holds(spread)]
    because = f"targets have a standard deviation of {max(large, default=0):.4g}, ten times that of the predictions"
    return warns_unless(not large, loss, expected, {"targets-not-scaled": because}, limit)


def start_of(m, model):
    """A network's loss on the batch in inference or training mode, whichever is less; without penalties."""
    with backend.unchanged(model):
        modes = (tree.map_structure(backend.fresh, model(m.inputs, training=mode)) for mode in (False, True))
        return min(loss_answers.loss_of(model, *m.batch, y_pred) for y_pred in modes)


def loss_after_updates(m):
    """The same of a new network after some updates as configured."""
    model = m.program.compiled()
    model(m.inputs, training=False)
    model.optimizer.build(model.trainable_variables)
    step = backend.compiled_step(model)
    for i in range(SETTLING):
        step(backend.batch(m.program.plan.batches[i]))
    return start_of(m, model)


def root_mean_square(array):
    return float(np.sqrt(np.mean(np.square(array))))


def why_far(m, loss, ratio):
    """Causes of an initial loss that is too high, the likeliest first."""
    layer, size = entering(m)
    times = f"the loss starts at {loss:.4g}, {ratio:.3g} times that of a prediction that knows nothing"
    start = {"initialization-too-large": f"{times}; {m.contract.span}"}
    inputs = {"inputs-not-scaled": f"{times}; 99 % of what enters {layer} is up to {size:.3g}"}
    causes = {**start, **inputs} if limits.INPUT_SIZE.holds(size) else {**inputs, **start}
    for (style, t), p in zip(m.contract.truths, m.contract.predictions, strict=True):
        if style == "values" and max(t.std(), abs(t.mean())) > max(3.0, root_mean_square(p)):
            because = f"{times}; targets have mean {t.mean():.4g} and standard deviation {t.std():.4g}"
            causes = {"targets-not-scaled": because, **causes}
    return causes


def entering(m):
    """(name of the first layer with weights, the 99th percentile of what enters it)."""
    layer, given = m.inside.entering
    given = np.abs(given[np.isfinite(given)])
    return layer, float(np.percentile(given, 99)) if given.size else 0.0


@check("units-differ", CONTRACT, causes="symmetric-initialization")
def units_differ(m):
    """The units of a layer differ from each other: units that start alike stay alike, and count as one."""
    alike, expected = m.inside.alike, "units of one layer start, or become, different"
    if not alike:
        return passes("units differ", expected)
    because = f"all units of {alike[0]} have the same weights, and still have after some updates"
    return fails(f"{len(alike)} kernels alike", expected, {"symmetric-initialization": because})


@check("units-alive", INDICATOR, limits.SILENT_UNITS, causes="dead-units inputs-not-scaled")
def units_alive(m):
    """Rectifying units answer something to some sample: one that is 0 for every sample learns nothing any more."""
    dead = m.inside.dead
    if not dead:
        return skips("no layer whose units could die (relu)")
    share, layer = float(np.mean(list(dead.values()))), max(dead, key=dead.get)
    because = f"{dead[layer]:.0%} of the units of {layer} are 0 for every sample, {share:.0%} of all"
    causes, size = {"dead-units": because}, entering(m)[1]
    if not limits.INPUT_SIZE.holds(size):
        causes["inputs-not-scaled"] = f"{because}; inputs reach {size:.3g}"
    most = limits.SILENT_UNITS.value
    expected = f"below {most:.0%} of the units 0 on {len(m.inside.outputs[layer])} samples"
    return fails_unless(share < most and dead[layer] < 1, share, expected, causes)


@check("gradient-reaches-first", INDICATOR, limits.FIRST_GRADIENT, causes=BLOCKED)
def gradient_reaches_first(m):
    """The first layer's gradient is not far smaller than the last one's: else the first layers hardly learn."""
    small = limits.FIRST_GRADIENT.value
    ratio = m.inside.gradient_ratio(small)
    if ratio is None:
        return skips("one kernel alone, or no gradient at the start: the rung forward judges that")
    first, *_, last = m.inside.kernels
    if not np.isfinite(ratio):
        because = f"the gradient of {first} or {last} is not a number"
        return fails(ratio, "finite gradients", {"loss-not-finite-at-extremes": because})
    because = f"the gradient of {first} is {ratio:.2g} of that of {last}"
    causes = {"vanishing-gradient": because}
    if m.inside.simplex:
        causes = {"softmax-hidden-activation": f"{because}; the outputs of {m.inside.simplex[0]} sum to 1", **causes}
    return fails_unless(ratio >= small, ratio, f"above {small:g} of the last kernel's", causes)
