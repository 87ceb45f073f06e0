"""MACHINERY. Whether what Keras reports is what the predictions score."""

import numpy as np
from omegaconf import OmegaConf

from ..keep.run_files import few_digits
from ..measure import misread
from ..measure.loss_answers import SAME, differ, loss_of
from ..measure.target_encoding import sums_to_one
from .check import CONTRACT, check
from .verdicts import fails, fails_unless, skips

ACCURACIES = ("accuracy", "acc", "binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy")
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


@check("metrics", CONTRACT, causes="wrong-metric")
def metrics(m):
    """An accuracy that Keras reports is the share of right predictions: another metric of that name misleads."""
    c = m.contract
    if not c.style or m.own("test_step") or m.random:
        return skips(c.unknown or "asked of one output, evaluated by Keras")
    key = next((key for key in m.evaluated if key in ACCURACIES), None)
    if key is None or key in own_metrics(m) or (c.style == "values" and len(np.unique(m.batch[1])) == 2):
        return skips("none of them is an accuracy as Keras counts it")
    reported = m.evaluated[key]
    if c.style == "values":
        because = f"{key} is {reported:.4g}, but the targets are values: hardly ever equal to a prediction"
        return fails(reported, "an error, not an accuracy", {"wrong-metric": because})
    right = accuracies(c)
    because = f"{key} says {reported:.4g}; of the predictions {right[0]:.4g} are right"
    agrees = min(abs(reported - value) for value in right) <= SAME
    return fails_unless(agrees, reported, f"{right[0]:.4g}, counted anew", {"wrong-metric": because})


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
    (style, right), p = c.truths[0], c.predictions[0]
    if style == "units":
        return [float((p.argmax(-1) == right.argmax(-1)).mean())]
    hits = (p > (0.5 if c.probabilities[0] else 0)) == (right > 0.5)
    return [float(hits.mean()), float(hits.reshape(len(hits), -1).all(1).mean())]
