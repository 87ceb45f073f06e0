"""MACHINERY. Whether the loaded arrays can be trained on at all. (Whether they should be, the rung `look` asks.)"""

import numpy as np

from . import sources
from .nested import Declared, declared


def refusal(cfg, splits):
    """Why these splits cannot be trained on, in one line; None where they can.

    Targets are judged only where the loss is Keras' own: another may want what looks wrong, such as NaN for unknown.

    Args:
        cfg: a composed configuration.
        splits: what `load` returned; arrays are looked into, and some samples of mapped files, not other sources.
    """
    function = cfg.loss.function or {}  # a model may have its own
    known = str(function.get("_target_")).startswith("keras.") and function.get("ignore_class") is None
    sparse = known and "sparse" in function["_target_"].lower()
    for name, split in splits.items():
        for side, part in zip(("inputs", "targets"), split, strict=True):
            for one, leaf in pairs(declared(cfg.data[side]), part):
                array = sources.looked_at(leaf)
                labels = side == "targets" and sparse and one.kind == "classes" and one.classes
                if wrong := fault(one, array, side == "inputs" or known, labels):
                    return f"the {side} of the split {name} {wrong}"
                whole = len(array) == len(leaf) > 1
                if labels and name == "train" and whole and (array == array.flat[0]).all():
                    return f"the targets of the split train are all {array.flat[0]}: there is nothing to tell apart"
    return None


def pairs(declared, tree):
    """(Declared, leaf) of each array and mapped file in a nest, as far as it is nested as declared."""
    if isinstance(declared, Declared):
        return [(declared, tree)] if isinstance(getattr(tree, "source", tree), np.ndarray) else []
    if isinstance(declared, dict):
        branches = [(declared[key], tree[key]) for key in declared if isinstance(tree, dict) and key in tree]
    else:
        branches = zip(declared, tree if isinstance(tree, tuple | list) else (), strict=False)
    return [pair for branch in branches for pair in pairs(*branch)]


def fault(declared, array, finite, classes):
    """What is wrong with one array, as the end of a sentence; None where nothing is."""
    shape, expected = array.shape[1:], declared.shape
    if array.dtype.kind in "OSUcmM":
        return f"hold {array.dtype.name}, not real numbers"
    fits = len(shape) == len(expected) and all(b in (None, a) for a, b in zip(shape, expected, strict=True))
    if not fits and {shape, expected} != {(), (1,)}:  # between these two Keras sees no difference
        return f"have the shape {shape}, conf/data declares {expected}"
    if finite and array.dtype.kind == "f" and (number := array.size - np.count_nonzero(np.isfinite(array))):
        return f"hold NaN or infinity, {number:,} of {array.size:,} numbers"
    if classes and (outside := array[(array < 0) | (array >= classes) | (array % 1 != 0)]).size:
        return f"hold {outside[0]}, conf/data declares classes 0 to {classes - 1}"
    return None
