"""MACHINERY. One output of a network: its prediction, its declared target, its loss."""

import functools
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from ..keras_side import private
from ..prepare.nested import paired

SPARSE = ("sparse_categorical_crossentropy",)
ONE_HOT = ("categorical_crossentropy", "categorical_focal_crossentropy")
BINARY = ("binary_crossentropy", "binary_focal_crossentropy")
VALUES = (
    *("mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error"),
    *("mean_squared_logarithmic_error", "huber", "log_cosh"),
)


@dataclass(frozen=True)
class Loss:
    """One of Keras' own losses; what an own loss wants cannot be known."""

    name: str
    from_logits: bool = False
    ignore_class: int | None = None


@dataclass(frozen=True)
class Head:
    """One output of a network.

    Row sums and bounds are read from its answers alone, since on TensorFlow the loss may know the logits behind a
    softmax.

    Args:
        name: among several; else empty.
        target: as declared.
        loss: None where it is not one of Keras' own.
        prediction: Float["b …"], for a batch made up from the declared shapes.
        possible: the same with weights drawn anew several times: what the output *can* be.
    """

    name: str
    target: Any
    loss: Loss | None
    prediction: np.ndarray
    possible: np.ndarray


def known(loss):
    """One of Keras' own losses as a Loss, from a name, a function, a partial or an object; else None."""
    if isinstance(loss, str):
        loss = keras.losses.get(loss)
    options = {}
    if isinstance(loss, functools.partial):
        options, loss = loss.keywords, loss.func
    if hasattr(loss, "fn") and type(loss).__module__.startswith("keras."):
        options, loss = private.loss_arguments(loss), loss.fn
    if not getattr(loss, "__module__", "").startswith("keras.") or not hasattr(loss, "__name__"):
        return None
    return Loss(loss.__name__, bool(options.get("from_logits")), options.get("ignore_class"))


def own_step(model):
    return type(model).train_step is not keras.Model.train_step


def loss_by_head(model, targets, used=True):
    """[Loss or None] of the declared targets in the order of `paired`; None where the compiled model computes its loss
    by itself, or its train_step does not use the configured one."""
    names = [name for name, _, _ in paired(targets, targets)]
    if not used or type(model).compute_loss is not keras.Model.compute_loss:
        return [None] * len(names)
    if isinstance(model.loss, dict | list | tuple):
        found = {name: known(loss) for name, loss, _ in paired(model.loss, targets)}
        return [found.get(name) for name in names]
    return [known(model.loss)] * len(names)


def one_hot(target):
    """Whether classes are declared as one unit each: shape (…, classes) of floats."""
    return bool(target.shape) and target.shape[-1] == target.classes and "float" in target.dtype


def saturates(rows, low):
    """Whether outputs fill low … 1 and never leave it, as those of a sigmoid (0) or tanh (-1) do."""
    return bool(low <= rows.min() < low + 0.1 and 0.9 < rows.max() <= 1)
