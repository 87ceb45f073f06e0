"""MACHINERY. Any value, shown: one line in model.py, losses.py, data.py or train.py.

    from .recipe import show

    attention = show("attention", attention)

A number, or a tensor of one, is averaged over each epoch and stands beside the metrics as train/NAME and val/NAME; one
whose name ends in `loss` is drawn with the loss. An array becomes a histogram at each look and a picture at the end.
"""

import numpy as np

_phase = None  # "train" or "val" while a training is watched
_sums = {}  # {phase/name: (sum, count)} of numbers since the last epoch's end
_arrays = {}  # {name: the latest array}; also of what was shown before a training began
_of_training = set()  # names of those that a training has shown


def show(name, value):
    """Shows a value under a name, and returns it.

    Args:
        name: such as `attention`.
        value: a number, an array, or a tensor, inside compiled training too; Float["b h w c"] is drawn as its first
            samples, anything of fewer axes as it is. Of a functional model's tensor go on with what is returned.
    """
    if isinstance(value, np.ndarray | np.generic | int | float):
        if np.size(value) > 1:
            _arrays[name] = np.asarray(value)
        else:
            _receive(name, np.asarray(value))
        return value
    from ..keras_side import backend

    return backend.told(value, lambda array: _receive(name, array))


def _receive(name, array):
    if _phase is None:
        return
    if array.size == 1:
        total, count = _sums.get(f"{_phase}/{name}", (0.0, 0))
        _sums[f"{_phase}/{name}"] = total + float(array.ravel()[0]), count + 1
    elif _phase == "train":
        _arrays[name] = np.array(array)
        _of_training.add(name)


def settle():
    """Waits for what compiled code has not yet handed over."""
    from ..keras_side import backend

    backend.settle()


def begin():
    """Forgets what an earlier training in this process has shown; what was shown as the data was loaded stays."""
    belongs_to(None)
    _sums.clear()
    while _of_training:
        _arrays.pop(_of_training.pop(), None)


def belongs_to(phase):
    """What is shown from now on belongs to training (`train`), to validation (`val`), or to nothing (None)."""
    global _phase
    settle()
    _phase = phase


def means():
    """{split/name: mean} of the numbers shown since the last call."""
    settle()
    found = {key: total / count for key, (total, count) in _sums.items()}
    _sums.clear()
    return found


def arrays():
    """{name: the latest array shown}."""
    return dict(_arrays)
