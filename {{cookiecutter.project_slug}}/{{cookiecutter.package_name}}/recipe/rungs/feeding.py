"""MACHINERY. What train.py really hands to `fit`: it is stopped there, and its batches are looked at."""

import contextlib
import inspect
import itertools
from dataclasses import dataclass

import keras
import numpy as np
from keras import ops, tree

from ... import train as script
from .. import samples

MOST_BATCHES = 200
MOST_NUMBERS = 20_000_000  # in the batches of one pass: beyond, only its beginning is looked at


class Stopped(Exception):
    """The call of `fit` has been seen."""


@dataclass(frozen=True)
class Fed:
    """The arguments of `fit` by name, and two passes over its batches: [(inputs, targets)] each.

    `complete`: a pass has been seen to its end. `shuffling`: Keras draws the order of the arrays by itself.
    """

    arguments: dict
    passes: list
    complete: bool
    shuffling: bool


def fed(program):
    """What the whole training is fed with; None where train.py never calls `fit`.

    Training stops where `fit` is called: nothing is learnt, and no tracker hears of it.
    """
    if ".fit(" not in inspect.getsource(script):
        return None
    arguments = {}
    signature = inspect.signature(keras.Model.fit)

    def listening(self, *args, **kwargs):
        bound = signature.bind(self, *args, **kwargs)
        bound.apply_defaults()
        arguments.update(bound.arguments)
        raise Stopped

    folder = program.folder / "look"
    folder.mkdir(parents=True, exist_ok=True)
    cfg = program.changed(("data.subset", "all"), ("data.samples", None), ("tracker", {}))
    fit = keras.Model.fit
    keras.Model.fit = listening
    try:
        with contextlib.suppress(Stopped):
            script.train(cfg, folder)
    finally:
        keras.Model.fit = fit
    if not arguments:
        return None
    shuffling = isinstance(arguments["y"], np.ndarray) and bool(arguments["shuffle"])
    passes, complete = two_passes(arguments)
    return Fed(arguments, passes, complete, shuffling)


def two_passes(arguments):
    """([pass, pass], whether they are complete), each pass a list of (inputs, targets)."""
    x, wanted = arguments["x"], arguments["steps_per_epoch"]
    if hasattr(x, "take") and hasattr(x, "element_spec"):  # tf.data
        endless = iter(x.repeat()) if wanted else None
        take = (lambda: itertools.islice(endless, wanted)) if wanted else (lambda: iter(x))
    elif isinstance(x, keras.utils.PyDataset):
        length = getattr(x, "batches_per_pass", None) or x.num_batches or wanted
        number = itertools.count()
        take = lambda: each(x, length, number)  # noqa: E731
        wanted = length
    elif hasattr(x, "__next__"):
        take = lambda: itertools.islice(x, wanted)  # noqa: E731
    else:
        size = arguments["batch_size"] or 32
        length = -(-samples.count((x,)) // size)
        take = lambda: (samples.take((x, arguments["y"]), slice(i * size, (i + 1) * size)) for i in range(length))  # noqa: E731
        wanted = length
    first, complete = limited(take())
    second, _ = limited(take()) if complete else (first, False)
    return [first, second], complete


def each(dataset, length, number):
    """The next batches of a dataset; one without end goes on counting, another begins anew with each pass."""
    if dataset.num_batches is None:
        return (dataset[next(number)] for _ in range(length))
    batches = [dataset[i] for i in range(length)]
    dataset.on_epoch_end()
    return iter(batches)


def limited(batches):
    """(the batches as arrays, whether all are there)."""
    kept, numbers = [], 0
    for batch in batches:
        batch = tuple(batch) if isinstance(batch, tuple | list) else (batch,)
        inputs, targets = batch[0], batch[1] if len(batch) > 1 else None
        kept.append(tree.map_structure(as_array, (inputs, targets)))
        numbers += sum(leaf.size for leaf in samples.leaves(kept[-1]))
        if len(kept) >= MOST_BATCHES or numbers > MOST_NUMBERS:
            return kept, next(iter(batches), None) is None
    return kept, True


def as_array(leaf):
    return None if leaf is None else ops.convert_to_numpy(leaf)


def rows_of(given, most):
    """The (inputs, targets) of what `validation_data` may be, as arrays; None where there is nothing to see.

    Args:
        given: a pair or a dataset.
        most: samples.
    """
    if given is None:
        return None
    if isinstance(given, tuple | list):
        return samples.take((given[0], given[1] if len(given) > 1 else None), slice(0, most))
    batches, _ = limited(
        iter(given)
        if not isinstance(given, keras.utils.PyDataset)
        else (given[i] for i in range(given.num_batches or 1))
    )
    return joined(batches)


def joined(batches):
    """Batches as one."""
    if not batches:
        return None
    return tree.map_structure(lambda *parts: None if parts[0] is None else np.concatenate(parts), *batches)
