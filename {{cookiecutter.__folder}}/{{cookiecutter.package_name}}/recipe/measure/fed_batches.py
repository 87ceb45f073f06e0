"""MACHINERY. What train.py really hands to `fit`: it is stopped there, and the batches are drawn as `fit` would."""

import inspect
import itertools
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from keras import ops, tree

from ..keep import project
from ..keras_side import private
from ..prepare import samples

MOST_BATCHES = 200
MOST_NUMBERS = 20_000_000  # in the batches of one pass: beyond, only its beginning is looked at


@dataclass(frozen=True)
class Fed:
    """What `fit` gets.

    Args:
        model: whose `fit` is called.
        passes: two passes over the batches, [(inputs, targets)] each; or one that is too long to be seen to its end.
        shuffling: whether Keras itself draws the order of arrays.
        validation: a pair, a dataset or None.
    """

    model: Any
    passes: list
    shuffling: bool
    validation: Any


def fed(program):
    """What the whole training is fed with; None where train.py never calls `fit`."""
    if ".fit(" not in inspect.getsource(project.script()):
        return None
    folder = program.folder / "look"
    folder.mkdir(parents=True, exist_ok=True)
    cfg = program.changed(("data.subset", "all"), ("data.samples", None), ("tracker", {}))
    given = private.arguments_of_fit(lambda: project.script().train(cfg, folder))
    if not given:
        return None
    x, held = given["x"], given["validation_data"]
    if isinstance(held, tuple) and isinstance(held[0], keras.utils.PyDataset):
        held = held[0]  # which is the same to Keras
    each = each_pass(x, given["y"], given["batch_size"] or 32, given["steps_per_epoch"])
    first, complete = gathered(next(each))
    both = [first, gathered(next(each))[0]] if complete else [first]
    return Fed(given["self"], both, is_array(x) and bool(given["shuffle"]), held)


def is_array(x):
    """Whether `fit` gets arrays or a nest of them, and makes the batches itself."""
    return isinstance(x, dict | tuple | list) or hasattr(x, "shape")


def each_pass(x, y=None, size=None, steps=None):
    """Pass after pass as `fit` would draw it from its arguments (size: samples a batch, of arrays; steps: batches a
    pass), each an iterator over batches. Only one pass at a time may be drawn from."""
    if isinstance(x, keras.utils.PyDataset):
        length = getattr(x, "batches_per_pass", None) or x.num_batches or steps or 1
        for passed in itertools.count():
            first = passed * length if x.num_batches is None else 0  # one without end goes on counting
            yield (x[first + i] for i in range(length))
            x.on_epoch_end()
    elif is_array(x):
        starts = range(0, samples.count((x,)), size)
        while True:
            yield (samples.take((x, y), slice(start, start + size)) for start in starts)
    else:
        endless = iter(x.repeat() if hasattr(x, "repeat") else x) if steps or hasattr(x, "__next__") else None
        while True:
            yield itertools.islice(endless, steps) if endless is not None else iter(x)


def gathered(batches):
    """([(inputs, targets)] of arrays, whether all are there)."""
    kept, numbers, batches = [], 0, iter(batches)
    for batch in batches:
        pair = (*batch, None)[:2] if isinstance(batch, tuple | list) else (batch, None)
        kept.append(tuple(p if p is None else tree.map_structure(ops.convert_to_numpy, p) for p in pair))
        numbers += sum(leaf.size for leaf in samples.leaves(kept[-1]))
        if len(kept) >= MOST_BATCHES or numbers > MOST_NUMBERS:
            return kept, next(batches, None) is None
    return kept, True


def rows_of(given, most):
    """(inputs, targets) as arrays of what `validation_data` may be, of a pair at most so many samples; None where there
    is nothing to see."""
    if given is None:
        return None
    if isinstance(given, tuple | list):
        return samples.take((*given, None)[:2], slice(0, most))
    batches = gathered(next(each_pass(given)))[0]
    return joined(batches) or next(iter(batches), None)


def joined(batches):
    """Batches as one; None without any, or where they differ in more than their number of samples."""
    if len({tuple(leaf.shape[1:] for leaf in samples.leaves(batch)) for batch in batches}) != 1:
        return None
    return tree.map_structure(lambda *parts: None if parts[0] is None else np.concatenate(parts), *batches)
