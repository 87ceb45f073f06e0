"""MACHINERY. The checks of the rung `loss` on the untrained network: does it start where it should?"""

import numpy as np
from keras import ops, tree

from .. import verdicts
from ..inside import SMALL
from ..verdicts import Cause

# A healthy classifier starts at 1.0 to 1.8 times the least loss of a constant (8 networks, 12 seeds), one fed with
# pixels of 0 to 255 at 16 or more, one with a head drawn from N(0, 1) at 3.8 or more.
CLASSES = 2.0, 3.0
# Values by their error (the root of a squared one): of 3,000 simulated networks under He's, Glorot's and LeCun's
# initializer 99 % start below 2.7 and all below 4.9; a head drawn from N(0, 1) at 8, targets of mean 500 and
# deviation 20 at 25.
VALUES = 4.0, 6.0
LARGE = 10.0  # at the first layer: z-scored tables have 99 % within 3, pixels of 0 to 255 reach 250
SMALL_TARGET = 0.3  # judgement: the ratio says nothing about targets that are all below
HEAVY, OVERWHELMING = 2.0, 10.0  # penalty to loss; healthy below 1, an overwhelming one 20
DEAD = 0.5  # of a network's rectifiers; healthy at most 0.44, in a deep network of width 16
UNITS = 1.5  # ln(units) to the least loss of a constant; one unit too many of ten gives 1.04, a hundred for ten 2


def penalty_is_small(m):
    name = "penalty"
    if not m.penalty or m.predicted_loss <= 0:
        return verdicts.skipped(name, "nothing is added to the loss of the predictions")
    share = m.penalty / m.predicted_loss
    because = f"penalties add {m.penalty:.4g} to a loss of {m.predicted_loss:.4g}"
    cause = Cause("regularization-overwhelms", because, "model.py (kernel_regularizer), conf/model")
    if share > OVERWHELMING:
        return verdicts.failed(name, share, f"below {HEAVY:g} of the loss", cause)
    if share > HEAVY:
        return verdicts.warned(name, share, f"below {HEAVY:g} of the loss", cause)
    return verdicts.passed(name, share, f"below {HEAVY:g} of the loss")


def units_are_as_many_as_classes(m):
    name = "units"
    if m.contract.unknown or m.contract.styles != ["units"] or not m.constant or m.constant < 0.1:
        return verdicts.skipped(name, "asked of one output with one unit a class")
    units, declared = m.contract.truths[0][1].shape[-1], m.contract.declared[0].classes or 0
    ratio = np.log(units) / m.constant
    if units < 2 * m.classes_seen or ratio < UNITS:
        return verdicts.passed(name, units, f"{m.classes_seen} classes are in the data")
    because = f"{units} units for {m.classes_seen} classes in the data: ln {units} = {np.log(units):.4g}"
    cause = Cause("more-units-than-classes", because, "model.py (units of the head), conf/data (targets.classes)")
    # As many as are declared may be meant: a vocabulary of which the data shows a part.
    finding = verdicts.failed if units > declared else verdicts.warned
    return finding(name, units, f"{m.classes_seen}", cause)


def starts_as_if_it_knew_nothing(m):
    name = "initial-loss"
    reason = m.contract.unknown or ("a loss without a floor" if m.floor is None else "")
    if reason or m.constant is None or m.constant - m.floor < 1e-3 * max(1, abs(m.floor)):
        return verdicts.skipped(name, reason or "the best constant prediction is perfect, or not known")
    if abs(m.contract.network[1] / (m.contract.network[0] or 1) - 1) > 1e-3:
        return verdicts.skipped(name, "the loss couples the samples of a batch")
    values = [style == "values" for style in m.contract.styles]
    far, further = np.square(VALUES) if any(values) and not all(values) else VALUES if all(values) else CLASSES
    # Where one class is rare, the best constant knows it, and no start does: there the undecided prediction counts.
    known = m.constant if any(values) else max(m.constant, m.contract.uninformed[1])
    ratio = max(0, (m.start - m.floor) / (known - m.floor)) ** (1 / m.contract.degree)
    expected = f"below {far:g} times the {known:.4g} of a prediction that knows nothing"
    if ratio <= far and (large := large_targets(m)):
        because = f"targets have a standard deviation of {large[0]}, predictions start at a tenth of it or less"
        return verdicts.warned(name, m.start, expected, Cause("targets-not-scaled", because, "data.py (targets)"))
    if ratio <= far:
        return verdicts.passed(name, m.start, expected)
    causes = why_it_is_far(m, ratio)
    finding = verdicts.failed if ratio > further and not m.affine and not small_targets(m) else verdicts.warned
    return finding(name, m.start, expected, *causes)


def small_targets(m):
    """Whether values are so much below 1 that any ordinary start misses them by far, and the first steps mend it."""
    return set(m.contract.styles) == {"values"} and all(np.abs(t).max() < SMALL_TARGET for _, t in m.contract.truths)


def large_targets(m):
    """Whether the standard deviation of values is far beyond what the network starts with, unless that is 0."""
    pairs = zip(m.contract.truths, tree.flatten(m.contract.y_pred), strict=True)
    sizes = [(t.std(), float(np.sqrt(np.mean(np.square(p))))) for (style, t), p in pairs if style == "values"]
    return [f"{deviation:.4g}" for deviation, size in sizes if deviation > LARGE and 0 < size < deviation / LARGE]


def why_it_is_far(m, ratio):
    """Causes of an initial loss that is too high, the likeliest first."""
    layer, entering = m.inside.entering
    entering = np.abs(entering[np.isfinite(entering)])
    high = float(np.percentile(entering, 99)) if entering.size else 0.0
    times = f"the loss starts at {m.start:.4g}, {ratio:.3g} times that of a prediction that knows nothing"
    predictions = [ops.convert_to_numpy(leaf) for leaf in tree.flatten(m.contract.y_pred)]
    largest = max(float(np.abs(p).max()) for p in predictions)
    initialization = Cause("initialization-too-large", f"{times}; predictions reach {largest:.3g}", "conf/initializer")
    inputs = Cause("inputs-not-scaled", f"{times}; 99 % of what enters {layer} is up to {high:.3g}", "data.py")
    causes = [inputs, initialization] if high > LARGE else [initialization, inputs]
    for (style, t), p in zip(m.contract.truths, predictions, strict=True):
        spread = max(float(t.std()), abs(float(t.mean())))
        if style == "values" and spread > max(3.0, np.sqrt(np.mean(np.square(p)))):
            because = f"{times}; targets have mean {t.mean():.4g} and standard deviation {t.std():.4g}"
            causes.insert(0, Cause("targets-not-scaled", because, "data.py (targets)"))
    return causes


def units_differ(m):
    name = "units-differ"
    alike = m.inside.alike
    if not alike:
        return verdicts.passed(name, "units differ", "units of one layer start, or become, different")
    because = f"all units of {alike[0]} have the same weights, and still have after some updates"
    cause = Cause("symmetric-initialization", because, "conf/initializer, model.py (kernel_initializer)")
    return verdicts.failed(name, f"{len(alike)} kernels alike", "units of one layer start, or become, different", cause)


def units_are_alive(m):
    name = "units-alive"
    dead = m.inside.dead
    if not dead:
        return verdicts.skipped(name, "no layer whose units could die (relu)")
    share, (layer, most) = float(np.mean(list(dead.values()))), max(dead.items(), key=lambda item: item[1])
    expected = f"below {DEAD:.0%} of the units 0 on {len(m.inside.outputs[layer])} samples"
    if share < DEAD and most < 1:
        return verdicts.passed(name, share, expected)
    because = f"{most:.0%} of the units of {layer} are 0 for every sample, {share:.0%} of all"
    causes = [Cause("dead-units", because, f"conf/initializer (bias), model.py ({layer})")]
    entering = np.percentile(np.abs(m.inside.entering[1]), 99)
    if entering > LARGE:
        causes.append(Cause("inputs-not-scaled", f"{because}; inputs reach {entering:.3g}", "data.py"))
    return verdicts.failed(name, share, expected, *causes)


def gradient_reaches_the_first_kernel(m):
    name = "gradient-reaches-first"
    ratio = m.inside.gradient_ratio
    if ratio is None:
        return verdicts.skipped(name, "one kernel alone, or no gradient at the start: the rung forward judges that")
    expected = f"above {SMALL:g} of the last kernel's"
    if ratio >= SMALL:
        return verdicts.passed(name, ratio, expected)
    first, last = list(m.inside.kernels)[0], list(m.inside.kernels)[-1]
    because = f"the gradient of {first} is {ratio:.2g} of that of {last}"
    causes = [Cause("vanishing-gradient", because, "model.py (sigmoid, tanh: relu, normalization, residuals)")]
    if m.inside.simplex:
        because += f"; the outputs of {m.inside.simplex[0]} sum to 1"
        causes.insert(0, Cause("softmax-hidden-activation", because, f"model.py ({m.inside.simplex[0]})"))
    return verdicts.failed(name, ratio, expected, *causes)


CHECKS = (
    penalty_is_small,
    units_are_as_many_as_classes,
    starts_as_if_it_knew_nothing,
    units_differ,
    units_are_alive,
    gradient_reaches_the_first_kernel,
)
