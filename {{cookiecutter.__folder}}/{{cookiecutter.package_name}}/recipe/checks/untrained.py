"""MACHINERY. The checks of the rung `loss` on the untrained network: does it start where it should?"""

import numpy as np
from keras import tree

from ..keras_side import backend
from ..measure import loss_answers
from ..measure.by_layer import SMALL
from ..prepare import samples
from .check import INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

# From where on a start is far off, further, and too far to be only rough. A healthy classifier starts at 1.0 to 1.8
# times the least loss of a constant (8 networks, 12 seeds), without normalization at up to 3.6; one fed with pixels of
# 0 to 255 at 16 or more, one with a head drawn from N(0, 1) at 3.8 or more.
CLASSES = 2.0, 3.0, 8.0
# Values by their error (the root of a squared one): of 3,000 simulated networks under He's, Glorot's and LeCun's
# initializer 99 % start below 2.7 and all below 4.9, one of many residual blocks at 5.6; a head drawn from N(0, 1) at
# 8, targets of mean 500 and deviation 20 at 25.
VALUES = 4.0, 6.0, 12.0
# A start that is only rough, as without normalization, is gone by then: at most 0.7 of what a constant scores; where a
# kernel is drawn from N(0, 1), or inputs are not scaled, 3 and more are left.
SETTLING = 50  # optimizer updates
LARGE = 10.0  # at the first layer: z-scored tables have 99 % within 3, pixels of 0 to 255 reach 250
SMALL_TARGET = 0.3  # judgement: the ratio says nothing about targets that are all below
HEAVY, OVERWHELMING = 2.0, 10.0  # penalty to loss; healthy below 1, an overwhelming one 20
DEAD = 0.5  # of a network's rectifiers; healthy at most 0.44, in a deep network of width 16
UNITS = 1.5  # ln(units) to the least loss of a constant; one unit too many of ten gives 1.04, a hundred for ten 2


@check("penalty", INDICATOR, causes="regularization-overwhelms")
def penalty(m):
    if not m.penalty or m.loss <= 0:
        return skips("nothing is added to the loss of the predictions")
    share, decide = m.penalty / m.loss, fails_unless if m.penalty > OVERWHELMING * m.loss else warns_unless
    because = f"penalties add {m.penalty:.4g} to a loss of {m.loss:.4g}"
    return decide(share <= HEAVY, share, f"below {HEAVY:g} of the loss", {"regularization-overwhelms": because})


@check("units", INDICATOR, causes="more-units-than-classes")
def units(m):
    c = m.contract
    if c.style != "units" or not m.constant or m.constant < 0.1:
        return skips("asked of one output with one unit a class")
    number, known = c.truths[0][1].shape[-1], samples.leaves(m.program.data.population)[0]
    one_hot = known.shape[1:] == c.shapes[0][1][1:]
    seen = int(known.reshape(-1, number).any(axis=0).sum()) if one_hot else len(np.unique(known))
    because = f"{number} units for {seen} classes in the data: ln {number} = {np.log(number):.4g}"
    few = number < 2 * seen or np.log(number) / m.constant < UNITS
    # As many as are declared may be meant: a vocabulary of which the data shows a part.
    decide = fails_unless if number > (c.declared[0].classes or 0) else warns_unless
    return decide(few, number, f"{seen} classes are in the data", {"more-units-than-classes": because})


@check(
    "initial-loss",
    INDICATOR,
    causes="""
    targets-not-scaled loss-not-finite-at-extremes initialization-too-large inputs-not-scaled
""",
)
def initial_loss(m):
    c = m.contract
    if c.unknown or m.floor is None:
        return skips(c.unknown or "a loss without a floor")
    if m.constant is None or m.constant - m.floor < 1e-3 * max(1, abs(m.floor)):
        return skips("the best constant prediction is perfect, or not known")
    once, twice, _ = c.network
    if loss_answers.differ(once, twice):
        return skips("the loss couples the samples of a batch")
    values = [style == "values" for style in c.styles]
    far, further, hopeless = VALUES if all(values) else np.square(VALUES) if any(values) else CLASSES
    # Where one class is rare, the best constant knows it, and no start does: there the undecided prediction counts.
    known = m.constant if any(values) else max(m.constant, c.uninformed[1])
    loss = start_of(m, m.model)
    if np.isnan(loss):
        because = "the untrained network's loss is not a number, though its outputs are numbers"
        return fails(loss, "a number", {"loss-not-finite-at-extremes": because})
    ratio = max(0, (loss - m.floor) / (known - m.floor)) ** (1 / c.degree)
    expected = f"below {far:g} times the {known:.4g} of a prediction that knows nothing"
    if ratio > far:
        settles = ratio <= hopeless and loss_after_updates(m) < known
        if settles and ratio <= further:
            return passes(loss, expected, f"gone after {SETTLING} updates")
        tiny = all(values) and all(np.abs(t).max() < SMALL_TARGET for _, t in c.truths)
        affine = len(m.inside.kernels) < 2  # starts anywhere
        certain = ratio > further and not (settles or affine or tiny)
        return (fails if certain else warns)(loss, expected, why_far(m, loss, ratio))
    sizes = [(t.std(), root_mean_square(p)) for (style, t), p in zip(c.truths, c.predictions, strict=True)]
    large = [spread for spread, size in sizes if any(values) and spread > LARGE and 0 < size < spread / LARGE]
    because = f"targets have a standard deviation of {max(large, default=0):.4g}, ten times that of the predictions"
    return warns_unless(not large, loss, expected, {"targets-not-scaled": because})


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
    layer, high = entering(m)
    times = f"the loss starts at {loss:.4g}, {ratio:.3g} times that of a prediction that knows nothing"
    start = {"initialization-too-large": f"{times}; {m.contract.span}"}
    inputs = {"inputs-not-scaled": f"{times}; 99 % of what enters {layer} is up to {high:.3g}"}
    causes = {**inputs, **start} if high > LARGE else {**start, **inputs}
    for (style, t), p in zip(m.contract.truths, m.contract.predictions, strict=True):
        if style == "values" and max(t.std(), abs(t.mean())) > max(3.0, root_mean_square(p)):
            because = f"{times}; targets have mean {t.mean():.4g} and standard deviation {t.std():.4g}"
            causes = {"targets-not-scaled": because, **causes}
    return causes


def entering(m):
    """(name of the first layer with weights, the 99th percentile of what enters it)."""
    layer, entering = m.inside.entering
    entering = np.abs(entering[np.isfinite(entering)])
    return layer, float(np.percentile(entering, 99)) if entering.size else 0.0


@check("units-differ", INDICATOR, causes="symmetric-initialization")
def units_differ(m):
    alike, expected = m.inside.alike, "units of one layer start, or become, different"
    if not alike:
        return passes("units differ", expected)
    because = f"all units of {alike[0]} have the same weights, and still have after some updates"
    return fails(f"{len(alike)} kernels alike", expected, {"symmetric-initialization": because})


@check("units-alive", INDICATOR, causes="dead-units inputs-not-scaled")
def units_alive(m):
    dead = m.inside.dead
    if not dead:
        return skips("no layer whose units could die (relu)")
    share, layer = float(np.mean(list(dead.values()))), max(dead, key=dead.get)
    because = f"{dead[layer]:.0%} of the units of {layer} are 0 for every sample, {share:.0%} of all"
    causes, high = {"dead-units": because}, entering(m)[1]
    if high > LARGE:
        causes["inputs-not-scaled"] = f"{because}; inputs reach {high:.3g}"
    expected = f"below {DEAD:.0%} of the units 0 on {len(m.inside.outputs[layer])} samples"
    return fails_unless(share < DEAD and dead[layer] < 1, share, expected, causes)


@check(
    "gradient-reaches-first",
    INDICATOR,
    causes="""
    vanishing-gradient softmax-hidden-activation loss-not-finite-at-extremes
""",
)
def gradient_reaches_first(m):
    ratio = m.inside.gradient_ratio
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
    return fails_unless(ratio >= SMALL, ratio, f"above {SMALL:g} of the last kernel's", causes)
