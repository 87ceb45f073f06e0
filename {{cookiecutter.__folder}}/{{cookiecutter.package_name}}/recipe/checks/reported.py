"""MACHINERY. Whether what Keras reports is what the predictions score."""

import numpy as np
from omegaconf import OmegaConf

from ..keep.run_files import few_digits
from ..measure import array_statistics, misread
from ..measure.loss_answers import SAME, differ, loss_of
from ..measure.target_encoding import sums_to_one
from ..prepare import samples
from . import limits
from .check import CONTRACT, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

ACCURACIES = ("accuracy", "acc", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy")
SOME = 500  # samples that show whether data are whole numbers
OF_THE_HEAD = " ".join(("softmax-on-one-unit", *misread.CAUSES))


@check("as-predicted", CONTRACT, causes=OF_THE_HEAD)
def as_predicted(m):
    """The loss that Keras reports is that of the predictions: it may look behind a softmax, and hide a mistake."""
    if m.batch[1] is None or m.random or m.contract.draws:
        return skips("there are no targets, or two predictions of the same inputs, or their losses, differ")
    c, reported = m.contract, loss_of(m.model, *m.batch, m.model(m.inputs, training=False))
    said = f"Keras reports {reported:.4g}, the predictions score {m.loss:.4g}: it looks behind the head's activation"
    ids = ["softmax-twice", "sigmoid-twice"] if sums_to_one(c.predictions[0]) else ["sigmoid-twice"]
    expected = f"{few_digits(reported)}, as Keras reports"
    return fails_unless(not differ(reported, m.loss), m.loss, expected, dict.fromkeys([*c.misread, *ids], said))


@check("above-floor", CONTRACT, limits.UNDER_FLOOR, causes="loss-sign-flipped wrong-floor term-missing")
def above_floor(m):
    """The training loss does not end below its floor, what a perfect prediction scores; nor below 0 where conf/loss
    calls it a density and the data are whole numbers, whose probability is 1 at most. Else something wrong is rewarded.
    """
    floor, what = m.floor, "the floor, what a perfect prediction scores"
    if floor is None and m.cfg.loss.get("density") and of_whole_numbers(m):
        floor, what = 0.0, "what a probability of 1 scores"
    if floor is None:
        return skips("the loss has no floor")
    under = (floor - m.judged["train"]) / m.scale
    said = f"the loss ends at {m.judged['train']:.4g}, below {floor:g}, {what}"
    causes = dict.fromkeys(("loss-sign-flipped", "wrong-floor", "term-missing"), said)
    return fails_unless(limits.UNDER_FLOOR.holds(under), under, "0: at the floor or above", causes)


def of_whole_numbers(m):
    """Whether what a likelihood is of, the targets, or the inputs where there are none, holds whole numbers alone."""
    side = samples.has_targets(m.cfg.data.targets)
    return array_statistics.whole(samples.leaves(samples.some(m.data.train, SOME)[side]))


@check("metrics", CONTRACT, causes="wrong-metric")
def metrics(m):
    """An accuracy that Keras reports is the share of right predictions: another metric of that name misleads."""
    c = m.contract
    if not c.style or m.own("test_step") or m.random:
        return skips(c.unknown or "asked of one output, evaluated by Keras")
    own = own_metrics(m)
    key = next((key for key in m.evaluated if key in ACCURACIES or key in own and "acc" in key), None)
    if key is None or (c.style == "values" and len(np.unique(m.batch[1])) == 2):
        return skips("none of them is an accuracy")
    if c.style == "values" and c.declared[0].kind != "values":
        return skips("what `perfect` of conf/loss answers is no label")
    if c.style == "values" and key in own:
        return skips("an accuracy of one's own, of values: how near counts as right is its own to say")
    reported = m.evaluated[key]
    if key in own:
        return own_accuracy(m, key, reported)
    if c.style == "values":
        because = f"{key} is {reported:.4g}, but the targets are values: hardly ever equal to a prediction"
        return fails(reported, "an error, not an accuracy", {"wrong-metric": because})
    right = [*accuracies(c), *where_heard(m)]  # Keras leaves out what an Embedding masks, as the loss does
    because = f"{key} says {reported:.4g}; of the predictions {right[0]:.4g} are right"
    agrees = min(abs(reported - value) for value in right) <= SAME
    return warns_unless(agrees, reported, f"{right[0]:.4g}, counted anew", {"wrong-metric": because})


def own_accuracy(m, key, reported):
    """The finding of an accuracy that the researcher counts: of all labels, or of those that the loss listens to."""
    hit, counted = hits(m.contract), where_heard(m)
    if not counted:
        return skips("the loss listens to none of the predictions")
    if min(abs(reported - share) for share in counted) <= SAME:
        return passes(reported, "as counted anew")
    said = f"{key} says {reported:.4g}; of the predictions that the loss asks for {counted[0]:.4g} are right"
    if abs(reported - hit.mean()) <= SAME:
        said += f", of all, those that it leaves out too, {hit.mean():.4g}"
        return warns(reported, f"{counted[0]:.4g}", dict.fromkeys(("wrong-metric", "padding-not-masked"), said))
    if key not in ACCURACIES:  # one of the five best, or balanced by class
        return passes(reported, "of another kind")
    return warns(reported, f"{counted[0]:.4g}, counted anew", {"wrong-metric": said})


def where_heard(m):
    """The share of right predictions among those that the loss listens to: of all, as a mean over samples, and of
    samples without a wrong one; [] where it listens to none."""
    hit = hits(m.contract)
    heard = np.ones(hit.shape, bool) if m.unheard or m.heard[0].shape != hit.shape else m.heard[0]
    pairs = zip(by_sample(hit), by_sample(heard), strict=True)
    rows = [(row[of].mean(), row[of].all()) for row, of in pairs if of.any()]
    return [float(hit[heard].mean()), *map(float, np.mean(rows, axis=0))] if rows else []


def by_sample(array):
    return array.reshape(len(array), -1)


def own_metrics(m):
    """Names of metrics that the researcher counts otherwise than Keras, by a class or a function of their own."""
    nodes = {name: node for name, node in m.program.cfg.training.metrics.items() if node is not None}
    return [name for name, node in nodes.items() if not all(one.startswith("keras.") for one in called(node))]


def called(node):
    """Each _target_ of a node of the configuration, of those inside it too."""
    if OmegaConf.is_dict(node):
        inside = [target for part in node.values() for target in called(part)]
        return [*([node["_target_"]] if "_target_" in node else []), *inside]
    return [target for part in node for target in called(part)] if OmegaConf.is_list(node) else []


def accuracies(c):
    """What an accuracy of a Contract's only output may be: the share of samples, or of labels and of samples."""
    hit = hits(c)
    if c.style != "units":
        return [float(hit.mean()), float(by_sample(hit).all(1).mean())]
    labels = samples.leaves(c.targets)[0].reshape(-1)
    known = (labels >= 0) if labels.size == hit.size else np.ones(hit.size, bool)
    # A label that stands for none, such as -1, is wrong to Keras, or is left out.
    shares = [hit] if known.all() or not known.any() else [hit.ravel() & known, hit.ravel()[known]]
    return [float(share.mean()) for share in shares]


def hits(c):
    """Which predictions of a Contract's only output are right: Bool["b …"], of labels each by itself."""
    (style, right), p = c.truths[0], c.predictions[0]
    if style == "units":
        return p.argmax(-1) == right.argmax(-1)
    surely = c.probabilities[0] and c.expects != "logits"  # an untrained network's logits may all lie in 0 … 1
    return (p > (0.5 if surely else 0)) == (right > 0.5)
