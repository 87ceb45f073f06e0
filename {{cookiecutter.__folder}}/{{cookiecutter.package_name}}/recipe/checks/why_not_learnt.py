"""MACHINERY. Why a training does not learn: the evidence for each cause, and the order in which they are named."""

import numpy as np

from ..keras_side import private
from ..measure import heads
from ..measure.by_layer import same_units
from . import limits

CLIPPING = ("clipnorm", "global_clipnorm", "clipvalue")
USUAL_EPSILON = 1e-7  # Keras' own
NEAR = 0.02  # relative: how close a plateau is to the value that names its cause


def causes_of(m, adam):
    """Likely causes of a subset that was not learnt, the likeliest first.

    Args:
        m: an overfitting.Measured.
        adam: whether Adam at 1e-3 reaches the goal.
    """
    model = {**{cause: f"{because}{floor_of(m)}" for cause, because in m.contract.misread.items()}, **found(MODEL, m)}
    optimizer = found({**SETTINGS, **STEPS}, m)
    if adam:
        return {**optimizer, "optimizer-wrong": "Adam at 1e-3 reaches it in the same steps", **model}
    widths = [kernel.shape[-1] for kernel in m.inside.kernels.values()][:-1]
    said = f"the narrowest layer has {min(widths)} units" if widths else "there is one kernel alone"
    model = model or {"capacity-too-small": f"stops at {m.best:.4g} with Adam too; {said}"}
    return {**model, **optimizer}


def found(evidence, m):
    """{cause: because} of the evidence there is.

    Args:
        evidence: {cause: a function of m that says the evidence, or an empty text}.
        m: what a rung has measured.
    """
    return {cause: because for cause, because_of in evidence.items() if (because := because_of(m))}


def near(value, other):
    return abs(value - other) < NEAR * abs(other)


def floor_of(m):
    """Further evidence where the loss stops at the least that a softmax of a softmax can reach; else empty.

    That is ln(1 + (units - 1) / e).
    """
    others = m.contract.predictions[0].shape[-1] - 1
    floor = np.log(1 + others / np.e)
    return f"; stops at ln(1 + {others}/e) = {floor:.4f}, its floor" if near(m.best, floor) else ""


def broadcasts(m):
    if not m.broadcasts:
        return ""
    (as_is, aligned), (y, p) = m.contract.aligned, m.contract.shapes[0]
    return f"targets {y} against predictions {p} score {as_is:.4g}, in one shape {aligned:.4g}"


def rectified_logits(m):
    """One of the last layers rectifies, and is as wide as the output."""
    names = [name for name in list(m.inside.outputs)[-3:] if name in m.inside.dead]
    shares = {name: (m.inside.outputs[name] == 0).mean() for name in names}
    units = m.contract.predictions[0].shape[-1]
    wide = [n for n in names if not limits.CUT_OFF.holds(shares[n]) and m.inside.outputs[n].shape[-1] == units]
    if m.contract.style != "units" or not wide:
        return ""
    return f"{shares[wide[-1]]:.0%} of the outputs of {wide[-1]}, before the softmax, are 0"


def values(m):
    """(targets, predictions) of each output that answers values."""
    pairs = zip(m.contract.styles, m.contract.truths, m.contract.predictions, strict=False)
    return [(truth, predicted) for style, (_, truth), predicted in pairs if style == "values"]


def cut(m, low, high):
    """Evidence where predictions stay within low … high, reach one of these ends, and targets lie beyond it."""
    for t, p in values(m):
        at_an_end = t.min() < low and p.min() < low + 0.1 or t.max() > high and p.max() > high - 0.1
        if at_an_end and low <= p.min() and p.max() <= high:
            return f"predictions span {p.min():.3g} … {p.max():.3g}, targets {t.min():.3g} … {t.max():.3g}"
    return ""


def rectified_values(m):
    return cut(m, 0, np.inf) if any(p.min() == 0 for _, p in values(m)) else ""


def bounded(m):
    return cut(m, 0, 1) or cut(m, -1, 1)


def far_targets(m):
    for t, p in ([float(np.abs(a).max()) for a in pair] for pair in values(m)):
        if not limits.TARGET_SIZE.holds(t) and p < 0.5 * t:
            return f"targets reach {t:.4g}, predictions only {p:.4g}"
    return ""


def alike(m):
    paths = [path for path, kernel in m.inside.kernels.items() if same_units(kernel)]
    return f"after training all units of {paths[0]} are still the same" if paths else ""


def dead(m):
    shares = m.inside.dead
    if not shares or (np.mean(list(shares.values())) < limits.SILENT_UNITS.value and max(shares.values()) < 1):
        return ""
    layer = max(shares, key=shares.get)
    return f"{shares[layer]:.0%} of the units of {layer} are 0 for each sample"


def vanishing(m):
    small = limits.FIRST_GRADIENT.value
    ratio = m.inside.gradient_ratio(small)
    return f"the gradient of the first kernel is {ratio:.2g} of that of the last" if ratio and ratio < small else ""


def frozen(m):
    if heads.own_step(m.model):  # which may move them by itself, as an average does: `weights-move` has tried
        return ""
    sizes = [(np.prod(v.shape), v.trainable) for v in private.trainable_of(m.model)]
    share = sum(size for size, moves in sizes if not moves) / max(sum(size for size, _ in sizes), 1)
    return "" if limits.FROZEN.holds(share) else f"{share:.0%} of the weights are frozen"


def one_answer(m):
    if m.number == 1 or m.own_constant is None or not near(m.best, m.own_constant):
        return ""
    return f"stops at {m.best:.4g}, what one answer for all samples scores ({m.own_constant:.4g})"


def half_precision(m):
    """Float16 of the weights themselves is worse than layers that only compute in it, and keep float32 of them."""
    halves = [variable.path for variable in m.model.trainable_variables if variable.dtype == "float16"]
    if halves:
        return f"{halves[0]} is float16, and so are the optimizer's averages"
    layers = private.layers_of(m.model)
    return "layers compute in float16" if any(layer.compute_dtype == "float16" for layer in layers) else ""


def clipped_away(m):
    return clipped(m.updates.optimizer, m.updates.gradient)


def clipped(optimizer, gradient):
    norm, most = np.linalg.norm(gradient), min(getattr(optimizer, name, None) or np.inf for name in CLIPPING)
    return f"gradients of norm {norm:.3g} are cut to {most:.3g}" if most < limits.CLIPPING.value * norm else ""


def epsilon(m):
    value = getattr(m.updates.optimizer, "epsilon", 0) or 0
    size = np.sqrt(np.mean(m.updates.gradient**2))
    said = f"epsilon {value:g} is beyond the gradients it is compared with, {size:.3g}; {USUAL_EPSILON:g} is usual"
    return said if value > max(limits.EPSILON.value * size, USUAL_EPSILON) else ""


def scheduled_away(m):
    rates = m.updates.rates
    if not rates or limits.RATE_AT_HALF.holds(rates[50] / max(rates)):
        return ""
    return f"the learning rate is {rates[50]:.2g} halfway, {max(rates):.2g} at its highest"


def too_high(m):
    usual, most = m.updates.usual, m.updates.largest
    tiny = 0 < usual < limits.STEP_SMALL.value
    if limits.STEP_LARGE.holds(usual) and limits.STEP_HUGE.holds(most) and (m.best < m.start or tiny):  # nor NaN
        return ""
    return f"a step moves the weights by {most:.2g} of their size; the loss goes from {m.start:.4g} to {m.best:.4g}"


def too_low(m):
    usual = m.updates.usual
    said = f"a step changes the weights by {usual:.2g} of their size; healthy is about 1e-3"
    return said if 0 < usual < limits.STEP_SMALL.value else ""


def drowned(m):
    """The few samples are learnt as soon as layers add nothing to the loss: tried, by the same steps of Adam."""
    loss = m.without_additions
    if loss is None or not loss <= m.goal:
        return ""
    return f"without what the layers add to the loss the samples come to {loss:.4g} in the same steps"


# What the head answers first, then what was measured inside, then what may be.
MODEL = {
    "wrong-loss-weights": drowned,
    "loss-broadcasts": broadcasts,
    "relu-before-softmax": rectified_logits,
    "relu-on-signed-target": rectified_values,
    "weights-not-trained": frozen,
    "bounded-output-unbounded-target": bounded,
    "targets-not-scaled": far_targets,
    "symmetric-initialization": alike,
    "dead-units": dead,
    "vanishing-gradient": vanishing,
    "gradient-blocked": one_answer,
}
# Of the optimizer: what a setting gives away by itself, then how far the steps go.
SETTINGS = {
    "half-precision-overflow": half_precision,
    "gradient-clipped-away": clipped_away,
    "adam-epsilon-wrong": epsilon,
}
STEPS = {
    "schedule-reaches-zero": scheduled_away,
    "learning-rate-too-high": too_high,
    "learning-rate-too-low": too_low,
}
