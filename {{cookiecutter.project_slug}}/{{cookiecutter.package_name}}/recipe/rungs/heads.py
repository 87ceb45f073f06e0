"""MACHINERY. What a network's outputs, their declared targets and their loss say about each other."""

import functools
import math
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from ..verdicts import Cause

SPARSE = ("sparse_categorical_crossentropy",)
ONE_HOT = ("categorical_crossentropy", "categorical_focal_crossentropy")
BINARY = ("binary_crossentropy", "binary_focal_crossentropy")
VALUES = (
    "mean_squared_error",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "mean_squared_logarithmic_error",
    "huber",
    "log_cosh",
)
LARGE_VOCABULARY = 256  # classes from which on a head is often rounded up, to a multiple of 64 for speed
PADDED_UNITS = 128


@dataclass(frozen=True)
class Loss:
    """One of Keras' own losses; what an own loss wants cannot be known."""

    name: str
    from_logits: bool = False
    ignore_class: int | None = None


@dataclass(frozen=True)
class Head:
    """One output: its declared target, its loss (None: not one of Keras' own) and what it answers.

    `prediction` is Float["b …"] for a batch made up from the declared shapes; `spread` the same with weights drawn
    anew several times: what the output *can* be. Row sums and bounds are read from these alone, since on TensorFlow
    the loss may know the logits behind a softmax.
    """

    name: str
    target: Any
    loss: Loss | None
    prediction: np.ndarray
    spread: np.ndarray


def known(loss):
    """One of Keras' own losses as a Loss, from a name, a function, a partial or an object; else None."""
    if isinstance(loss, str):
        loss = keras.losses.get(loss)
    options = {}
    if isinstance(loss, functools.partial):
        options, loss = loss.keywords, loss.func
    if hasattr(loss, "fn") and type(loss).__module__.startswith("keras."):
        options, loss = loss._fn_kwargs, loss.fn
    if not getattr(loss, "__module__", "").startswith("keras.") or not hasattr(loss, "__name__"):
        return None
    return Loss(loss.__name__, bool(options.get("from_logits")), options.get("ignore_class"))


def paired(tree, like):
    """[(name, the leaf of `tree`, the leaf of `like`)] of two nests by key or position; empty if they differ."""
    if isinstance(like, dict) and isinstance(tree, dict) and set(like) == set(tree):
        return [(f"{name} {inner}".strip(), a, b) for name in like for inner, a, b in paired(tree[name], like[name])]
    if isinstance(like, list | tuple) and isinstance(tree, list | tuple) and len(like) == len(tree):
        pairs = zip(tree, like, strict=True)
        return [
            (f"{number} {inner}".strip(), a, b) for number, pair in enumerate(pairs) for inner, a, b in paired(*pair)
        ]
    if isinstance(like, dict | list | tuple) or isinstance(tree, dict | list | tuple):
        return []
    return [("", tree, like)]


def own_loss(model):
    """Whether the model computes its loss by itself, so that nothing follows from the configured one."""
    return type(model).compute_loss is not keras.Model.compute_loss


def own_step(model):
    return type(model).train_step is not keras.Model.train_step


def loss_by_head(model, targets, used=True):
    """[Loss or None] in the order of paired(…, targets).

    Args:
        model: compiled.
        targets: as declared.
        used: whether the model's train_step asks the configured loss.
    """
    names = [name for name, _, _ in paired(targets, targets)]
    if own_loss(model) or not used:
        return [None] * len(names)
    if isinstance(model.loss, dict | list | tuple):
        found = {name: known(loss) for name, loss, _ in paired(model.loss, targets)}
        return [found.get(name) for name in names]
    return [known(model.loss)] * len(names)


def one_hot(target):
    """Whether classes are declared as one unit each: shape (…, classes) of floats."""
    return bool(target.shape) and target.shape[-1] == target.classes and "float" in target.dtype


def mismatch(head):
    """Why the output's shape cannot be that of the declared target under the loss: (expected, causes, certain)."""
    got, target = head.prediction.shape[1:], head.target
    if target.kind == "none" or head.loss is None:
        return None
    squeezed = target.shape[:-1] if target.shape[-1:] == (1,) else target.shape
    if target.kind == "classes" and head.loss.name in SPARSE and not one_hot(target):
        return wrong_units(got, squeezed, target.classes, head)
    if target.kind == "classes":
        return wrong_encoding(got, squeezed, target, head)
    fits = (target.shape, squeezed, (*squeezed, 1))
    return None if got in fits or not same_kind(head) else (str(target.shape), rank_causes(got, target.shape), True)


def same_kind(head):
    """Whether the loss compares value by value, so that target and output must have one shape."""
    return head.loss.name in (*VALUES, *BINARY)


def rank_causes(got, wanted):
    said = f"the output has the shape {got} a sample where {wanted} is declared"
    time = Cause(
        "wrong-timestep-pooled", f"{said}: steps kept or lost on the way", "model.py: return_sequences, pooling"
    )
    if len(got) > len(wanted):
        flat = Cause(
            "feature-map-not-flattened", f"{said}: a feature map was not flattened or pooled", "model.py: head"
        )
        return (flat, time)
    return (time, Cause("feature-map-not-flattened", f"{said}: the head is another one", "model.py: head"))


def wrong_units(got, shape, classes, head):
    expected = f"{(*shape, classes)}"
    if len(got) != len(shape) + 1 or got[:-1] != shape:
        return expected, rank_causes(got, (*shape, classes)), True
    units, look = got[-1], "model.py: units of the last layer; conf/data: classes"
    if units < classes and head.loss.ignore_class is None:
        because = f"{classes} classes are declared, and the network has {units} units to tell them apart"
        return expected, (Cause("fewer-units-than-classes", because, look),), True
    if units > classes and not (classes >= LARGE_VOCABULARY and units - classes < PADDED_UNITS):
        because = (
            f"the network has {units} units for {classes} declared classes: it starts at ln {units}, not ln {classes}"
        )
        # One more is how many live with labels from 1, or with a class for padding.
        return expected, (Cause("more-units-than-classes", because, look),), units > classes + 1
    return None


def wrong_encoding(got, squeezed, target, head):
    """Classes under another loss than Keras' sparse cross-entropy, or declared one unit each."""
    look, name = "conf/loss: function; conf/data: targets; data.py: what load() returns", head.loss.name
    if one_hot(target) and name in SPARSE:
        because = "targets are declared with one unit a class, and the loss wants one integer a sample"
        return "integers", (Cause("label-encoding-mismatch", because, look),), True
    if one_hot(target):
        return None if got == target.shape else (f"{target.shape}", rank_causes(got, target.shape), True)
    integers = Cause(
        "label-encoding-mismatch", f"targets are declared as integers; {name} wants one unit a class", look
    )
    if name in ONE_HOT:
        if math.prod(got) == 1:
            because = "one unit, and a loss between distributions over several"
            return (
                "several",
                (Cause("softmax-on-one-unit-categorical", because, "model.py: last layer"), integers),
                True,
            )
        return "one-hot targets", (integers,), True
    if name in BINARY and target.classes and target.classes > 2:
        because = f"the labels run to {target.classes - 1}, and {name} knows 0 and 1: its loss falls below 0"
        cause = Cause("class-labels-with-binary-crossentropy", because, look)
        return "2 classes, or a loss for several", (cause, integers), True
    if name in VALUES:
        because = f"{name} measures how far a prediction is from the class's number"
        shapes = got in (target.shape, squeezed, (*squeezed, 1))
        return "a cross-entropy", (Cause("mse-for-classification", because, look), integers), not shapes
    if name in BINARY and got not in (squeezed, (*squeezed, 1)):
        more = len(got) == len(squeezed) + 1
        return f"{(*squeezed, 1)}", (integers,) if more else rank_causes(got, (*squeezed, 1)), True
    return None


def sums_to_one(array, axis, tolerance=1e-2):
    """Whether non-negative values sum to 1 along an axis of more than one; a float16 is exact to 1e-3."""
    if array.shape[axis] < 2 or not array.size:
        return False
    return bool(array.min() >= 0 and np.abs(array.sum(axis=axis) - 1).max() < tolerance)


def saturates(rows, low):
    """Whether outputs fill low … 1 and never leave it, as those of a sigmoid (0) or tanh (-1) do."""
    return bool(low <= rows.min() < low + 0.1 and 0.9 < rows.max() <= 1)


def misread(head):
    """Why the loss takes the output for what it is not: (measured, causes, certain); None where it does not."""
    rows, target = head.spread, head.target
    if head.loss is None or not rows.size:
        return None
    name, logits = head.loss.name, head.loss.from_logits
    look = "model.py: activation of the last layer; conf/loss: from_logits"
    if rows.min() == rows.max() == 1.0:
        ids = {
            **dict.fromkeys(ONE_HOT, "softmax-on-one-unit-categorical"),
            **dict.fromkeys(VALUES, "softmax-on-regression"),
        }
        because = "every prediction is exactly 1, whatever goes in and whatever the weights: a softmax over one unit"
        return "always 1", (Cause(ids.get(name, "softmax-on-one-unit"), because, look),), True
    if name in SPARSE + ONE_HOT:
        return misread_distribution(head, rows, logits, look)
    if name in BINARY and target.kind != "values":
        return misread_binary(head, rows, logits, look)
    return None


def misread_distribution(head, rows, logits, look):
    extent = f"{rows.min():.3g} to {rows.max():.3g}"
    if sums_to_one(rows, -1):
        units = rows.shape[-1]
        most = math.e / (math.e + units - 1)  # of a softmax whose inputs lie in 0 … 1
        if logits or rows.max() <= most * 1.001:
            why = "the loss takes the outputs for logits and would apply a second softmax" if logits else ""
            why = why or f"no output exceeds {most:.3f}, the most that a softmax of a softmax can answer"
            return (
                "rows sum to 1",
                (Cause("softmax-twice", f"the outputs of a sample sum to 1, and {why}", look),),
                True,
            )
        return None
    for axis in range(rows.ndim - 1):
        if sums_to_one(head.prediction if axis == 0 else rows, axis):
            over = "the samples of a batch" if axis == 0 else f"axis {axis}"
            because = f"the outputs sum to 1 over {over}, not over the classes of a sample"
            return f"sum 1 over {over}", (Cause("softmax-over-wrong-axis", because, look),), True
    bounded = saturates(rows, 0)
    if bounded and logits:
        because = "the outputs stay in 0 … 1 whatever the weights, and the loss takes them for logits"
        return extent, (Cause("sigmoid-twice", because, look), Cause("sigmoid-for-single-label", because, look)), True
    if bounded:
        because = (
            "each output lies in 0 … 1 by itself; they do not sum to 1, and Keras divides by the sum without a word"
        )
        return extent, (Cause("sigmoid-for-single-label", because, look),), False
    if not logits and (rows.min() < 0 or rows.max() > 1):
        because = f"the outputs reach from {extent}, and the loss takes them for probabilities (from_logits is false)"
        return extent, (Cause("logits-taken-as-probabilities", because, look),), True
    return tied(head, look) if logits else None


def misread_binary(head, rows, logits, look):
    extent = f"{rows.min():.3g} to {rows.max():.3g}"
    if sums_to_one(rows, -1):
        several = "softmax-for-multi-label" if head.target.kind == "multilabel" else "softmax-twice" if logits else None
        if several:
            because = "the outputs of a sample sum to 1, so that two labels cannot both be certain"
            return "rows sum to 1", (Cause(several, because, look), Cause("softmax-twice", because, look)), True
        return None
    bounded = saturates(rows, 0)
    if logits and bounded:
        because = "the outputs stay in 0 … 1 whatever the weights, and the loss applies a second sigmoid"
        return extent, (Cause("sigmoid-twice", because, look),), True
    if not logits and (rows.min() < 0 or rows.max() > 1):
        because = f"the outputs reach from {extent}, and the loss takes them for probabilities (from_logits is false)"
        ids = ("unbounded-output-with-binary-crossentropy", "logits-taken-as-probabilities")
        return extent, tuple(Cause(cause, because, look) for cause in ids), True
    if not logits and rows.min() >= 0.499 and rows.max() <= 0.7311:
        because = "no output leaves 0.5 … 0.731, the range of a sigmoid of a sigmoid"
        return extent, (Cause("sigmoid-twice", because, look),), True
    return tied(head, look) if logits else None


def tied(head, look):
    """Logits cut off at 0, as a relu does: the network cannot speak against a class."""
    rows = head.spread
    zeros = float(np.mean(rows == 0))
    if rows.min() == 0 and rows.max() > 1 and zeros > 0.05:
        because = f"{zeros:.0%} of the logits are exactly 0 and none is negative: a relu before the loss"
        return f"{zeros:.0%} zeros", (Cause("relu-before-softmax", because, look),), False
    return None
