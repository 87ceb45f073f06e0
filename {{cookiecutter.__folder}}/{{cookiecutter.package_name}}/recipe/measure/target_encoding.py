"""MACHINERY. How a target reads as a perfect prediction."""

import numpy as np
from hydra.utils import instantiate

HALF_PRECISION = 1e-2  # of a sum of shares; a float16 is exact to 1e-3


def perfect_of(loss):
    """f(y_true) → the y_pred that leaves nothing to be desired, as the node conf/loss names it; else None."""
    perfect = loss.get("perfect")
    return perfect and instantiate(perfect, _partial_=True)


def truth(declared, y_true, y_pred):
    """How one output's target reads as a perfect prediction.

    Args:
        declared: a nested.Declared.
        y_true: the targets of a batch.
        y_pred: predictions, for their shape.

    Returns:
        ("units", one-hot or a distribution), ("binary", 0 or 1) or ("values", the target), the array in the shape of
        `y_pred`; None where target and prediction do not correspond.
    """
    shape, y_true = tuple(y_pred.shape), np.asarray(y_true)
    if y_true.shape == shape and shape[-1] > 1 and sums_to_one(y_true):
        return "units", y_true.astype("float32")  # one-hot, or a distribution, whatever it was declared as
    if declared.kind == "classes" and shape[-1] > 1:
        if y_true.shape == (*shape[:-1], 1):
            y_true = y_true[..., 0]
        if y_true.shape == shape[:-1]:
            # Fewer units than classes may be meant: grades are often told apart by one threshold less than grades.
            return ("units", one_hot(y_true, shape[-1])) if shape[-1] >= (declared.classes or 0) else None
    if y_true.size != np.prod(shape) or declared.kind not in ("classes", "multilabel", "values"):
        return None
    y_true = y_true.reshape(shape).astype("float32")
    if declared.kind == "classes":
        return "binary", (y_true == max(y_true.max(), 1)).astype("float32")  # a batch may hold the label 0 alone
    return "binary" if declared.kind == "multilabel" else "values", y_true


def as_questions(style, right):
    """A perfect prediction as `truth` says it, but of values that are 0 and 1 alone, such as a mask, as "binary"."""
    two = style == "values" and np.isin(right, (0, 1)).all() and np.ptp(right) == 1
    return ("binary" if two else style), right


def one_hot(labels, units):
    return np.eye(units, dtype="float32")[np.clip(labels.astype(int), 0, units - 1)]


def sums_to_one(array, axis=-1, tolerance=1e-3):
    """Whether non-negative values sum to 1 along an axis of more than one."""
    if array.ndim < 2 or array.shape[axis] < 2 or not array.size:
        return False
    return bool(array.min() >= 0 and np.abs(array.sum(axis=axis) - 1).max() < tolerance)


def within(p):
    return bool(p.min() >= 0 and p.max() <= 1)


def classes(array):
    """Class numbers, of one-hot rows too: Int["…"]."""
    array = np.asarray(array)
    if np.issubdtype(array.dtype, np.floating) and array.ndim > 1 and array.shape[-1] > 1:
        array = array.argmax(-1)
    return array.ravel().astype(int)


def probabilities(answers):
    """What a classifier is sure of, from probabilities or logits.

    Args:
        answers: Float["… classes"]; or Float["… 1"], of one class against the other.

    Returns:
        Float["… classes"], each row a distribution.
    """
    answers = np.asarray(answers, float)
    if answers.shape[-1] == 1:
        one = answers if answers.min() >= 0 and answers.max() <= 1 else 1 / (1 + np.exp(-answers))
        return np.concatenate([1 - one, one], axis=-1)
    if sums_to_one(answers):
        return answers
    powers = np.exp(answers - answers.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)
