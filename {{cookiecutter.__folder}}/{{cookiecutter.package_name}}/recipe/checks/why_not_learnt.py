"""MACHINERY. Where an overfit stops names the cause: the evidence for each, and their order."""

import numpy as np

from ..keras_side import private
from ..measure.by_layer import SMALL, UPDATES, rates, same_units

NEAR = 0.02  # relative: how close a plateau is to the value that names its cause
DEAD, MANY = 0.5, 0.3
# Step to weight; healthy about 1e-3, and from 1e-4 to 1e-1. One step of half the weights' size leaves nothing of how
# they were drawn; the next ones are smaller only because the weights are larger.
SLOW, FAST, HUGE = 1e-4, 1e-1, 0.5


def causes_of(m, adam):
    """Likely causes of a subset that was not learnt, the likeliest first.

    Args:
        m: a memorised.Measured.
        adam: whether Adam at 1e-3 reaches the goal.
    """
    model = {**{cause: f"{because}{floor_of(m)}" for cause, because in m.asked.misread.items()}, **found(MODEL, m)}
    optimizer = found(OPTIMIZER, m)
    if adam:
        return {**optimizer, "optimizer-wrong": "Adam at 1e-3 reaches it in the same steps", **model}
    widths = [kernel.shape[-1] for kernel in m.inside.kernels.values()][:-1]
    said = f"the narrowest layer has {min(widths)} units" if widths else "there is one kernel alone"
    model = model or {"capacity-too-small": f"stops at {m.best:.4g} with Adam too; {said}"}
    return {**model, **optimizer}


def found(evidence, m):
    """{cause: because} of the evidence there is."""
    return {cause: because for cause, because_of in evidence.items() if (because := because_of(m))}


def near(value, other):
    return abs(value - other) < NEAR * abs(other)


def floor_of(m):
    """What the value of the plateau adds: a softmax of a softmax cannot come below ln(1 + (units - 1) / e)."""
    others = m.asked.predictions[0].shape[-1] - 1
    floor = np.log(1 + others / np.e)
    return f"; stops at ln(1 + {others}/e) = {floor:.4f}, its floor" if near(m.best, floor) else ""


def broadcasts(m):
    if not m.broadcasts:
        return ""
    (as_is, aligned), (y, p) = m.asked.aligned, m.asked.shapes[0]
    return f"targets {y} against predictions {p} score {as_is:.4g}, in one shape {aligned:.4g}"


def rectified_logits(m):
    names = [name for name in list(m.inside.outputs)[-3:] if name in m.inside.dead]
    shares = {name: (m.inside.outputs[name] == 0).mean() for name in names}
    wide = [n for n in names if shares[n] > 0.3 and m.inside.outputs[n].shape[-1] == m.asked.predictions[0].shape[-1]]
    if m.asked.style != "units" or not wide:
        return ""
    return f"{shares[wide[-1]]:.0%} of the outputs of {wide[-1]}, before the softmax, are 0"


def values(m):
    """(targets, predictions) of each output that answers values."""
    pairs = zip(m.asked.styles, m.asked.truths, m.asked.predictions, strict=False)
    return [(truth, predicted) for style, (_, truth), predicted in pairs if style == "values"]


def cut(m, low, high):
    """Predictions that never leave low … high, and lie near an end beyond which there are targets."""
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
        if t > 10 and p < 0.5 * t:
            return f"targets reach {t:.4g}, predictions only {p:.4g}"
    return ""


def alike(m):
    paths = [path for path, kernel in m.inside.kernels.items() if same_units(kernel)]
    return f"after training all units of {paths[0]} are still the same" if paths else ""


def dead(m):
    shares = m.inside.dead
    if not shares or (np.mean(list(shares.values())) < DEAD and max(shares.values()) < 1):
        return ""
    layer = max(shares, key=shares.get)
    return f"{shares[layer]:.0%} of the units of {layer} are 0 for each sample"


def vanishing(m):
    ratio = m.inside.gradient_ratio
    return f"the gradient of the first kernel is {ratio:.2g} of that of the last" if ratio and ratio < SMALL else ""


def frozen(m):
    sizes = [(np.prod(v.shape), v.trainable) for v in private.trainable_of(m.model)]
    share = sum(size for size, moves in sizes if not moves) / max(sum(size for size, _ in sizes), 1)
    return f"{share:.0%} of the weights are frozen" if share > MANY else ""


def one_answer(m):
    if m.number == 1 or m.own_constant is None or not near(m.best, m.own_constant):
        return ""
    return f"stops at {m.best:.4g}, what one answer for all samples scores ({m.own_constant:.4g})"


def too_high(m):
    """Where a schedule climbs, as far as it climbs."""
    first = max(rates(m.updates[2], range(UPDATES)), default=0)
    climb = max(planned_rates(m)) / first if first else 1
    usual, most = (climb * of(m.updates[0]) for of in (np.median, np.max))
    if usual < FAST and most < HUGE and m.best < m.start:  # nor NaN
        return ""
    return f"a step moves the weights by {most:.2g} of their size; the loss goes from {m.start:.4g} to {m.best:.4g}"


def too_low(m):
    usual = np.median(m.updates[0])
    return f"a step changes the weights by {usual:.2g} of their size; healthy is about 1e-3" if usual < SLOW else ""


def clipped_away(m):
    _, gradient, optimizer = m.updates
    limits = [getattr(optimizer, name, None) or np.inf for name in ("clipnorm", "global_clipnorm", "clipvalue")]
    norm = np.linalg.norm(gradient)
    return f"gradients of norm {norm:.3g} are cut to {min(limits):.3g}" if min(limits) < 1e-2 * norm else ""


def epsilon(m):
    _, gradient, optimizer = m.updates
    value, rms = getattr(optimizer, "epsilon", 0) or 0, np.sqrt(np.mean(gradient**2))
    return f"epsilon {value:g} is beyond the gradients it is compared with, {rms:.3g}" if value > 10 * rms else ""


def half_precision(m):
    """Float16 of the weights themselves; layers that only compute in it keep float32 of them."""
    halves = [variable.path for variable in m.model.trainable_variables if variable.dtype == "float16"]
    return f"{halves[0]} is float16, and so are the optimizer's averages" if halves else ""


def scheduled_away(m):
    planned = planned_rates(m)
    if not planned or planned[50] >= 0.01 * max(planned):
        return ""
    return f"the learning rate is {planned[50]:.2g} halfway, {max(planned):.2g} at its highest"


def planned_rates(m):
    """From the first to the last step; empty where the rate is constant."""
    return rates(m.updates[2], np.linspace(0, m.program.cfg.training.subset.steps, 101))


# What the head answers first, then what was measured inside, then what may be.
MODEL = {
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
OPTIMIZER = {
    "half-precision-overflow": half_precision,
    "gradient-clipped-away": clipped_away,
    "adam-epsilon-wrong": epsilon,
    "schedule-reaches-zero": scheduled_away,
    "learning-rate-too-high": too_high,
    "learning-rate-too-low": too_low,
}
