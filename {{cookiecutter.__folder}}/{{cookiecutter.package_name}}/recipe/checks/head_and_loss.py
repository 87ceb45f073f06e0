"""MACHINERY. What a network's outputs, their declared targets and their loss say about each other."""

import dataclasses
import math

from ..measure import misread as table
from ..measure.heads import BINARY, ONE_HOT, SPARSE, VALUES, one_hot

LARGE_VOCABULARY = 256  # classes from which on a head is often rounded up, to a multiple of 64 for speed
PADDED_UNITS = 128
ENCODING = "label-encoding-mismatch"


def mismatch(head, steps):
    """Why the output's shape cannot be that of the declared target under the loss, or None.

    Args:
        head: a Head with a loss.
        steps: the lengths of what recurrent layers read.

    Returns:
        (expected, causes, certain).
    """
    got, name = head.prediction.shape[1:], head.loss.name
    found = (*got, *head.target.shape[len(got) :])
    shape = tuple(known if size is None else size for size, known in zip(head.target.shape, found, strict=False))
    target = dataclasses.replace(head.target, shape=shape)
    bare = target.shape[:-1] if target.shape[-1:] == (1,) else target.shape
    value_by_value = got in (target.shape, bare, (*bare, 1))  # which Keras' losses make equal
    integers = {ENCODING: f"targets are declared as integers; {name} wants one unit a class"}
    if target.kind != "classes":
        return None if value_by_value or name not in VALUES + BINARY else other_shape(got, target.shape, steps)
    if one_hot(target):
        if name in SPARSE:
            said = "targets are declared with one unit a class, and the loss wants one integer a sample"
            return "integers", {ENCODING: said}, True
        return None if got == target.shape else other_shape(got, target.shape, steps)
    if name in SPARSE and got == target.shape and target.shape[-1:] == (target.classes,):
        said = f"targets are declared as {target.classes} integers a sample, as one-hot ones; {name} wants one"
        return "one integer a sample", {ENCODING: said}, True
    if name in SPARSE:
        wanted = (*bare, target.classes)
        return wrong_units(got[-1], wanted, head.loss) if got[:-1] == bare and got else other_shape(got, wanted, steps)
    if name in ONE_HOT and math.prod(got) == 1:
        said = "one unit, and a loss between distributions over several"
        return "several units", {"softmax-on-one-unit-categorical": said, **integers}, True
    if name in ONE_HOT:
        return "one-hot targets", integers, True
    if name in BINARY and target.classes and target.classes > 2:
        said = f"the labels run to {target.classes - 1}, and {name} knows 0 and 1: its loss falls below 0"
        return "2 classes, or a loss for several", {"class-labels-with-binary-crossentropy": said, **integers}, True
    if name in BINARY and not value_by_value:
        wanted = (*bare, 1)
        return (f"{wanted}", integers, True) if len(got) == len(wanted) else other_shape(got, wanted, steps)
    if name in VALUES:
        said = f"{name} measures how far a prediction is from the class's number"
        return "a cross-entropy", {"mse-for-classification": said, **integers}, not value_by_value
    return None


def other_shape(got, wanted, steps):
    said = f"the output has the shape {got} a sample where {wanted} is declared"
    causes = ["feature-map-not-flattened", "wrong-timestep-pooled"]
    if len(got) <= len(wanted) or set(got[:-1]) & set(steps):
        causes.reverse()
    return f"{wanted}", dict.fromkeys(causes, said), True


def wrong_units(units, wanted, loss):
    classes = wanted[-1]
    if units < classes and loss.ignore_class is None:
        said = f"{classes} classes are declared, and the network has {units} units to tell them apart"
        return f"{wanted}", {"fewer-units-than-classes": said}, True
    if units > classes and not (classes >= LARGE_VOCABULARY and units - classes < PADDED_UNITS):
        said = f"{units} units for {classes} declared classes: the loss starts at ln {units}, not ln {classes}"
        # One more is how many live with labels from 1, or with a class for padding.
        return f"{wanted}", {"more-units-than-classes": said}, units > classes + 1
    return None


ONE_UNIT = {
    **dict.fromkeys(ONE_HOT, "softmax-on-one-unit-categorical"),
    **dict.fromkeys(VALUES, "softmax-on-regression"),
}
MISREAD_CAUSES = {"softmax-on-one-unit", *ONE_UNIT.values(), *(cause for row in table.MISREAD for cause in row[3])}


def one_unit(head):
    """The cause of a prediction that always is 1, by the loss, or else by what is to be predicted."""
    by_kind = "softmax-on-regression" if head.target.kind == "values" else "softmax-on-one-unit"
    return ONE_UNIT.get(head.loss.name, "softmax-on-one-unit") if head.loss else by_kind


def misread(head):
    """Why one of Keras' own losses takes an output for what it is not: as misread.misread."""
    between = {**dict.fromkeys(SPARSE + ONE_HOT, "classes"), **dict.fromkeys(BINARY, "question")}.get(head.loss.name)
    if between == "question" and head.target.kind in ("multilabel", "values"):
        between = "labels" if head.target.kind == "multilabel" else None
    taken, known = ("logits", "") if head.loss.from_logits else ("probabilities", " (from_logits is false)")
    return table.misread(table.forms(head.possible, head.prediction), taken, between, known)
