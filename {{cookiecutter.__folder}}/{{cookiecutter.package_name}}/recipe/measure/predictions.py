"""MACHINERY. What a network answers to validation samples, output by output."""

import functools
import math
from dataclasses import dataclass, replace

import keras
import numpy as np
from keras import ops, tree

from ..keras_side import backend
from ..prepare import samples, sources
from ..prepare.nested import paired
from .target_encoding import classes, probabilities

FEWEST_SAMPLES, MOST_SAMPLES = 100, 1000  # for the pictures: their cost must not grow with the data …
MOST_INPUTS = 1_000_000  # … and in between as many as have so many numbers
MOST_NUMBERS = 2  # of one target or prediction that are written; more are drawn


@dataclass(frozen=True)
class Head:
    """One output on some samples.

    Args:
        name: among several outputs; else empty.
        kind: of the declared target: classes, multilabel, values or none.
        targets: what is true, or None.
        answers: what is predicted, Float["b …"].
        losses: of each sample, Float["b"]; None where the loss is not one of targets and predictions alone.
    """

    name: str
    kind: str
    targets: np.ndarray | None
    answers: np.ndarray
    losses: np.ndarray | None = None

    @property
    def title(self):
        return self.name or "Output"

    @functools.cached_property
    def sure(self):
        """The probabilities of the classes; of all samples together, since one row of logits may look like some."""
        return probabilities(self.answers)

    def said(self, i):
        """One prediction in a few words."""
        if self.kind == "classes" and self.answers.ndim == 2:
            sure = self.sure[i]
            return f"{sure.argmax()} ({sure.max():.0%})"
        return text(self.answers[i])

    def said_true(self, i):
        """One target in a few words; of one-hot rows the class."""
        if self.targets is None:
            return ""
        if self.kind == "classes" and self.answers.ndim == 2:
            return str(classes(self.targets[i : i + 1])[0])
        return text(self.targets[i])


def text(value):
    """A target or a prediction as a title or a table shows it; nothing of one that has to be drawn."""
    array = np.asarray(value)
    return np.array2string(array, precision=3) if array.size <= MOST_NUMBERS else ""


def heads(model, split, declared):
    """The network's outputs on the first samples, fewer where they are large: the same number in each run.

    Args:
        model: compiled.
        split: (inputs, targets).
        declared: the targets as declared, nested as they are.

    Returns:
        ([Head], the number of samples); empty where outputs and targets are not nested alike.
    """
    size = sum(math.prod(leaf.shape[1:]) for leaf in samples.leaves(split[0]))
    wanted = min(max(MOST_INPUTS // max(size, 1), FEWEST_SAMPLES), MOST_SAMPLES)
    number = min(sources.affordable(split, wanted), samples.count(split))
    inputs = backend.tensors(samples.take(split[0], slice(0, number)))
    answers = tree.map_structure(ops.convert_to_numpy, model(inputs, training=False))
    return [
        with_losses(model, head) for head in as_heads(answers, samples.take(split[1], slice(0, number)), declared)
    ], number


def as_heads(answers, targets, declared):
    """[Head] of answers and targets nested as declared; without targets, of each answer alone."""
    if targets is None:
        return [Head(name, "none", None, leaf) for name, leaf, _ in paired(answers, answers)]
    together = zip(paired(answers, declared), paired(targets, declared), strict=True)
    return [Head(name, read_as(leaf, like), np.asarray(true), leaf) for (name, leaf, like), (_, true, _) in together]


def read_as(answers, like):
    """The declared kind; `none` for classes that are predicted otherwise than by one unit each, or one for two."""
    if like.kind != "classes" or answers.shape[-1] >= like.classes or (answers.shape[-1], like.classes) == (1, 2):
        return like.kind
    return "none"


def with_losses(model, head):
    """The Head with the loss of each sample, where the loss is one function of targets and predictions."""
    if head.targets is None or type(model).compute_loss is not keras.Model.compute_loss:
        return head
    loss = model.loss.get(head.name) if isinstance(model.loss, dict) else None if head.name else model.loss
    loss = keras.losses.get(loss) if isinstance(loss, str) else loss
    if not callable(loss):
        return head
    unreduced = loss.call if isinstance(loss, keras.losses.Loss) else loss
    try:
        values = ops.convert_to_numpy(unreduced(*map(ops.convert_to_tensor, (head.targets, head.answers))))
        return replace(head, losses=values.reshape(len(head.answers), -1).mean(1))
    except Exception:  # a loss that wants more than Keras' convention gives
        return head
