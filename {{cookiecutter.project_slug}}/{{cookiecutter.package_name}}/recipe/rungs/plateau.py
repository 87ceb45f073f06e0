"""MACHINERY. Where an overfit stops names the cause: the evidence, each a small function, and its order."""

import numpy as np
from keras import ops, tree

from ..inside import SMALL, same_units
from ..verdicts import Cause

CLIPPED = 16.118  # -ln 1e-7: what Keras' crossentropies give a certain mistake
NEAR = 0.02  # relative: how close a plateau is to the value that names its cause
DEAD = 0.5
# Median step to weight; healthy about 1e-3, and from 1e-4 to 1e-1.
SLOW, FAST = 1e-4, 1e-1
HEAD, LOSS = "model.py (head), conf/loss (from_logits)", "conf/loss, losses.py"


def causes_of(m):
    """Likely causes of a subset that was not learnt, the likeliest first."""
    model = [cause for evidence in MODEL if (cause := evidence(m))]
    optimizer = [cause for evidence in OPTIMIZER if (cause := evidence(m))]
    if m.adam_reached:
        rest = Cause("optimizer-wrong", f"Adam at 1e-3 reaches {m.with_adam:.4g} in the same steps", "conf/optimizer")
        return (*optimizer, rest, *model)
    if not model:
        widths = [kernel.shape[-1] for kernel in m.inside.kernels.values()][:-1]
        said = f"the narrowest layer has {min(widths)} units" if widths else "there is one kernel alone"
        model = [Cause("capacity-too-small", f"stops at {m.best:.4g} with Adam too; {said}", "model.py, conf/model")]
    return (*model, *optimizer)


def output(m):
    return ops.convert_to_numpy(tree.flatten(m.y_pred)[0])


def style(m):
    return m.asked.styles[0] if not m.asked.unknown and len(m.asked.styles) == 1 else None


def near(value, other):
    return abs(value - other) < NEAR * abs(other)


def softmax_twice(m):
    if style(m) != "units" or not m.asked.probabilities[0]:
        return None
    units = output(m).shape[-1]
    floor = np.log(1 + (units - 1) / np.e)
    if not near(m.best, floor):
        return None
    return Cause(
        "softmax-twice", f"stops at ln(1 + {units - 1}/e) = {floor:.4f}, the floor of a softmax of a softmax", HEAD
    )


def sigmoid_twice(m):
    if style(m) != "binary" or not m.asked.probabilities[0] or m.asked.expects != "logits":
        return None
    share = float(m.asked.truths[0][1].mean())
    floor = share * np.log(1 + np.exp(-1)) + (1 - share) * np.log(2)
    because = f"stops at {m.best:.4f}; a sigmoid of a sigmoid cannot come below {floor:.4f}"
    return Cause("sigmoid-twice", because, HEAD) if m.best >= floor * (1 - NEAR) else None


def clipped(m):
    if style(m) not in ("units", "binary") or m.asked.probabilities[0]:
        return None
    p = output(m)
    mistakes = m.best * (p.size if style(m) == "binary" else p.size // p.shape[-1]) / CLIPPED
    if mistakes < 0.9 or abs(mistakes - round(mistakes)) > NEAR * mistakes or m.asked.expects == "logits":
        return None
    one = "unbounded-output-with-binary-crossentropy"
    because = f"stops at {m.best:.4f}, {mistakes:.0f} times 16.118 = -ln 1e-7 in all: clipped"
    return Cause(one if p.shape[-1] == 1 else "logits-taken-as-probabilities", because, HEAD)


def softmax_over_the_batch(m):
    p = output(m)
    columns, rows = np.allclose(p.sum(0), 1, atol=1e-3), np.allclose(p.sum(-1), 1, atol=1e-3)
    if style(m) != "units" or not columns or rows:
        return None
    return Cause("softmax-over-wrong-axis", "each unit's outputs sum to 1 over the samples, not over the classes", HEAD)


def broadcasts(m):
    if m.asked.unknown:
        return None
    as_is, aligned = m.asked.aligned
    if abs(as_is - aligned) > 1e-3 * max(abs(as_is), abs(aligned), 1e-6):
        y, p = m.asked.shapes[0]
        because = f"targets {y} against predictions {p} score {as_is:.4g}, in one shape {aligned:.4g}"
        return Cause("loss-broadcasts", because, LOSS)
    return None


def mixed(m):
    """Whether a sample is predicted otherwise alone."""
    if m.number == 1 or m.left_on["inference"] > 0:
        return None
    first = tree.map_structure(lambda leaf: leaf[:1], m.inputs)
    try:
        alone = ops.convert_to_numpy(tree.flatten(m.model(first, training=False))[0])
    except Exception:  # a reshape that needs this very batch
        alone = np.inf
    moved = float(np.max(np.abs(alone - output(m)[:1])))
    if moved < 1e-4 * max(1.0, float(np.abs(output(m)).max())):
        return None
    because = f"the prediction of a sample moves by {moved:.3g} when it is alone in its batch"
    return Cause("samples-mixed-across-batch", because, "model.py (reshape, transpose, axis)")


def dead(m):
    shares = m.inside.dead
    if not shares or (np.mean(list(shares.values())) < DEAD and max(shares.values()) < 1):
        return None
    layer = max(shares, key=shares.get)
    because = f"{shares[layer]:.0%} of the units of {layer} are 0 for each sample"
    return Cause("dead-units", because, f"model.py ({layer})")


def alike(m):
    paths = [path for path, kernel in m.inside.kernels.items() if same_units(kernel)]
    because = f"after training all units of {paths[0]} are still the same" if paths else ""
    return Cause("symmetric-initialization", because, "conf/initializer, model.py") if paths else None


def vanishing(m):
    ratio = m.inside.gradient_ratio
    if ratio is None or ratio >= SMALL:
        return None
    because = f"the gradient of the first kernel is {ratio:.2g} of that of the last"
    return Cause("vanishing-gradient", because, "model.py (sigmoid, tanh: relu, normalization, residuals)")


def ignores_its_inputs(m):
    if m.number == 1 or m.own_constant is None or not near(m.best, m.own_constant):
        return None
    inputs = [leaf for leaf in tree.flatten(m.batch[0]) if np.ptp(leaf.reshape(m.number, -1), axis=0).max() > 0]
    because = f"stops at {m.best:.4g}, what one answer for all samples scores ({m.own_constant:.4g})"
    if not inputs:
        return Cause("constant-features", f"{because}; the inputs are all equal", "data.py")
    return Cause("gradient-blocked", f"{because}: the output ignores its input", "model.py (round, argmax)")


def rectified_head(m):
    p, names = output(m), list(m.inside.outputs)[-3:]
    zero = [n for n in names if n in m.inside.dead and (m.inside.outputs[n] == 0).mean() > 0.3]
    wide = [n for n in zero if m.inside.outputs[n].shape[-1] == p.shape[-1]]
    if style(m) == "units" and wide:
        share = (m.inside.outputs[wide[-1]] == 0).mean()
        because = f"{share:.0%} of the outputs of {wide[-1]}, before the softmax, are 0"
        return Cause("relu-before-softmax", because, f"model.py ({wide[-1]})")
    if style(m) == "values" and p.min() == 0 and m.asked.truths[0][1].min() < 0:
        because = f"predictions are never below 0, targets reach {m.asked.truths[0][1].min():.3g}"
        return Cause("relu-on-signed-target", because, "model.py (head)")
    return None


def bounded_head(m):
    if style(m) != "values":
        return None
    p, t = output(m), m.asked.truths[0][1]
    if p.shape[-1] == 1 and (p == 1).all():
        return Cause("softmax-on-regression", "every prediction is exactly 1", "model.py (head)")
    for low, high in ((0, 1), (-1, 1)):
        low_end, high_end = t.min() < low and p.min() < low + 0.1, t.max() > high and p.max() > high - 0.1
        if not (low <= p.min() and p.max() <= high and (low_end or high_end)):
            continue
        because = f"predictions stay within {low} and {high}, targets span {t.min():.3g} … {t.max():.3g}"
        return Cause("bounded-output-unbounded-target", because, "model.py (head), data.py (targets)")
    spread = max(float(t.std()), float(np.abs(t).max()))
    if spread > 10 and np.abs(p).max() < 0.5 * spread:
        because = f"targets reach {np.abs(t).max():.4g}, predictions only {np.abs(p).max():.4g}"
        return Cause("targets-not-scaled", because, "data.py (targets)")
    return None


def softmax_for_labels(m):
    if m.program.cfg.data.targets.get("kind") != "multilabel" or not np.allclose(output(m).sum(-1), 1, atol=1e-3):
        return None
    return Cause("softmax-for-multi-label", "the labels of a sample share 1 between them", "model.py (head), conf/loss")


def competing_units(m):
    if not m.inside.simplex:
        return None
    layer = m.inside.simplex[0]
    return Cause("softmax-hidden-activation", f"the outputs of {layer} sum to 1", f"model.py ({layer})")


def normalized_alone(m):
    if m.program.cfg.training.batch_size > 1 or not m.normalizations:
        return None
    return Cause("batchnorm-on-one-sample", "BatchNorm sees batches of one sample", "conf/training (batch_size)")


def shrunk(m):
    maps = [n for n, o in m.inside.outputs.items() if o.ndim > 2 and np.prod(o.shape[1:-1]) == 1]
    because = f"one position is left after {maps[0]}" if maps else ""
    return Cause("feature-map-shrunk-away", because, f"model.py ({maps[0]})") if maps else None


def too_high(m):
    ratio = m.updates["ratio"]
    if np.isfinite(ratio) and ratio < FAST and m.best < m.start:
        return None
    because = f"a step moves the weights by {ratio:.2g} of their size; the loss goes from {m.start:.4g} to {m.best:.4g}"
    return Cause("learning-rate-too-high", because, "conf/optimizer (learning_rate), conf/training (schedule)")


def clipped_away(m):
    optimizer, norm = m.updates["optimizer"], m.updates["gradient"]
    limits = [getattr(optimizer, name, None) for name in ("clipnorm", "global_clipnorm", "clipvalue")]
    limit = min([value for value in limits if value] or [np.inf])
    because = f"gradients of norm {norm:.3g} are cut to {limit:.3g}"
    where = "conf/optimizer (clipnorm, clipvalue)"
    return Cause("gradient-clipped-away", because, where) if limit < 1e-2 * norm else None


def epsilon(m):
    value, rms = getattr(m.updates["optimizer"], "epsilon", 0) or 0, m.updates["rms"]
    because = f"epsilon {value:g} is {value / (rms or 1):.3g} times the gradients it is compared with"
    return Cause("adam-epsilon-wrong", because, "conf/optimizer (epsilon)") if value > 10 * rms else None


def scheduled_away(m):
    schedule = getattr(m.updates["optimizer"], "_learning_rate", None)
    if not callable(schedule):
        return None
    steps = m.program.cfg.training.subset.steps
    rates = [float(schedule(step)) for step in np.linspace(0, steps, 101)]
    because = f"the learning rate is {rates[50]:.2g} halfway, {max(rates):.2g} at its highest"
    gone = rates[50] < 0.01 * max(rates)
    return Cause("schedule-reaches-zero", because, "conf/training (schedule)") if gone else None


def too_low(m):
    ratio = m.updates["ratio"]
    because = f"a step changes the weights by {ratio:.2g} of their size; healthy is about 1e-3"
    return Cause("learning-rate-too-low", because, "conf/optimizer (learning_rate)") if ratio < SLOW else None


# The value of the plateau first, then what was measured inside, then what may be.
MODEL = (softmax_twice, sigmoid_twice, clipped, softmax_over_the_batch, broadcasts, mixed, softmax_for_labels)
MODEL += (
    rectified_head,
    bounded_head,
    normalized_alone,
    alike,
    dead,
    competing_units,
    vanishing,
    ignores_its_inputs,
    shrunk,
)
OPTIMIZER = (clipped_away, epsilon, scheduled_away, too_high, too_low)
