"""MACHINERY. What callbacks count, as a checkpoint keeps it: attributes that have changed since the training began.

Whatever else a callback's attributes hold, such as an object of a class of one's own, no checkpoint keeps: `left_out`
names it, since a run that goes on would begin it anew.
"""

import json
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import keras
import numpy as np

from ..keep import record

PLAIN = (bool, int, float, str, type(None))
# They count nothing; the last are NumPy's own functions.
FIXED = FunctionType | BuiltinFunctionType | MethodType | type | ModuleType | PurePath | np.ufunc | type(np.mean)
# What `fit` sets anew: the model, its own arguments; and Keras' EarlyStopping turns the sign of its min_delta.
OF_FIT = {*vars(keras.callbacks.Callback()), "min_delta"}
MACHINERY = __package__.rpartition(".")[0]


class Unkept(TypeError):
    """A value that no checkpoint keeps."""


class Counted:
    """What some callbacks count.

    Args:
        callbacks: of one training.
    """

    def __init__(self, callbacks):
        self.callbacks, self.begun = callbacks, [{} for _ in callbacks]

    def begin(self):
        """To be called once the callbacks have begun, and before they are restored: what stays as it is now, such as
        data or a folder that one was given, is in no checkpoint."""
        for callback, begun in zip(self.callbacks, self.begun, strict=True):
            begun |= {name: digest(value, arrays) for name, value, arrays in attributes(callback)}

    def state(self):
        """([{attribute: its value} of each callback], {name: array}), ready for JSON and np.savez."""
        values, found = [], {}
        for i, (callback, begun) in enumerate(zip(self.callbacks, self.begun, strict=True)):
            values.append({})
            for name, value, arrays in attributes(callback):
                if begun.get(name) != digest(value, arrays):
                    values[-1][name] = value
                    found |= {f"callback/{i}/{name}/{k}": array for k, array in enumerate(arrays)}
        return values, found

    def restore(self, values, found):
        """Gives the callbacks what `state` has returned."""
        for i, (callback, kept) in enumerate(zip(self.callbacks, values, strict=True)):
            for name, value in kept.items():
                arrays = (found[f"callback/{i}/{name}/{k}"] for k in range(len(found)))
                vars(callback)[name] = decoded(value, arrays)

    def left_out(self):
        """What no checkpoint keeps, as `Callback.attribute (its type)`; of Keras' and the machinery's own nothing."""
        own = [one for one in self.callbacks if not type(one).__module__.startswith(("keras.", f"{MACHINERY}."))]
        return [
            f"{type(callback).__name__}.{name} ({type(value).__name__})"
            for callback in own
            for name, value in vars(callback).items()
            if name not in OF_FIT and not isinstance(value, FIXED) and not is_kept(value)
        ]


def attributes(callback):
    """(name, encoded value, its arrays) of each attribute that can be kept."""
    for name, value in vars(callback).items():
        if name not in OF_FIT and is_kept(value):
            arrays = []
            yield name, encoded(value, arrays), arrays


def is_kept(value):
    try:
        encoded(value, [])
    except (Unkept, RecursionError):
        return False
    return True


def encoded(value, arrays):
    """A value for JSON; its arrays are appended to a list.

    Raises:
        Unkept: something in it is of another type, by which it may be more than it looks.
    """
    kind = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, np.generic) or kind is np.ndarray:
        if value.dtype.hasobject:
            raise Unkept
        arrays.append(np.asarray(value))
        unknown = value.dtype.name if value.dtype.kind == "V" else None  # NumPy's files know no bfloat16
        return {"number" if kind is not np.ndarray else "array": unknown}
    if kind in (list, tuple, set, frozenset):
        return {kind.__name__: [encoded(one, arrays) for one in value]}
    if kind is dict:
        return {"dict": [[encoded(one, arrays) for one in pair] for pair in value.items()]}
    raise Unkept


def decoded(value, arrays):
    """What `encoded` has been given.

    Args:
        arrays: an iterator over its arrays.
    """
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind in ("array", "number"):
        array = next(arrays)
        array = array.view(content) if content else array
        return array[()] if kind == "number" else array
    parts = [decoded(one, arrays) for one in content] if kind != "dict" else None
    makers = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
    return makers[kind](parts) if parts is not None else {decoded(k, arrays): decoded(v, arrays) for k, v in content}


def digest(value, arrays):
    """A text that tells encoded values apart."""
    parts = (part for array in arrays for part in (str((array.dtype, array.shape)).encode(), array.tobytes()))
    return record.sha(json.dumps(value).encode(), *parts)
