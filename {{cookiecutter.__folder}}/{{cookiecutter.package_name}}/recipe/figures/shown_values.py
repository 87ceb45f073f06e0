"""MACHINERY. Any value, shown: one line in model.py, losses.py, data.py or train.py.

    from .recipe import show

    attention = show("attention", attention)

A number, or a tensor of one, is averaged over each epoch and stands beside the metrics as train/NAME and val/NAME; one
whose name ends in `loss` is drawn with the loss. An array becomes a histogram as the training goes on, and a picture at
its end.
"""

import inspect

import numpy as np

from ..keep.project import PACKAGE

_phase = None  # "train" or "val" while a training is watched
_numbers = {}  # {phase/name: numbers since the last epoch's end}
_arrays = {}  # {name: the latest array}, of those that are no tensors: also what was shown before a training began
_places = {}  # {name: the function that shows it, where in it}
_tensors = {}  # {name: the latest array}, of those that the training in progress has shown


def show(name, value):
    """Shows a value under a name, and returns it.

    Args:
        name: such as `attention`.
        value: a number, an array, or a tensor, inside compiled training too; Float["b h w c"] is drawn as its first
            samples, anything of fewer axes as it is. Of a functional model's tensor go on with what is returned.

    Raises:
        ValueError: the name is that of the loss, or of another value.
    """
    if name == "loss":
        raise ValueError(f'show("loss", …): {taken(name)}')
    only_here(name, inspect.currentframe().f_back)
    if isinstance(value, np.ndarray | np.generic | int | float):
        if np.size(value) > 1:
            _arrays[name] = np.asarray(value)
        else:
            _receive(name, np.asarray(value))
        return value
    from ..keras_side import backend

    return backend.told(value, lambda array: _receive(name, array))


def taken(name):
    return f"{name} is a figure of the training itself; give what is shown a name of its own"


def only_here(name, frame):
    """Raises ValueError where another line of the project shows a value of this name: they would be mixed."""
    code, here = frame.f_code, frame.f_lasti
    if not code.co_filename.startswith(str(PACKAGE)):  # a notebook's cell is another function each time
        return
    known, there, line = _places.get(name, (code, here, None))
    if (known, there) != (code, here) and (known is code or known.co_qualname != code.co_qualname):
        places = " and in ".join(f"{one.co_qualname}, line {n}" for one, n in ((known, line), (code, frame.f_lineno)))
        raise ValueError(f'show("{name}", …) stands in {places}: give each value a name of its own')
    _places[name] = code, here, frame.f_lineno


def _receive(name, array):
    if _phase and array.size == 1:
        _numbers.setdefault(f"{_phase}/{name}", []).append(float(array.ravel()[0]))
    elif _phase == "train":
        _tensors[name] = np.array(array)


def begin():
    """Forgets what an earlier training in this process has shown; what was shown as the data was loaded stays."""
    belongs_to(None)
    _numbers.clear()
    _tensors.clear()


def belongs_to(phase):
    """What is shown from now on belongs to training (`train`), to validation (`val`), or to nothing (None)."""
    global _phase
    _settle()
    _phase = phase


def means():
    """{split/name: mean} of the numbers shown since the last call."""
    _settle()
    found = {key: sum(numbers) / len(numbers) for key, numbers in _numbers.items()}
    _numbers.clear()
    return found


def arrays():
    """{name: the latest array shown}."""
    return _arrays | _tensors


def _settle():
    """Waits for what compiled code has not yet handed over."""
    from ..keras_side import backend

    backend.settle()
