"""MACHINERY. The rung `look`: what train.py really hands to `fit`. It is stopped there, and its batches examined."""

import functools
import inspect
import itertools
from dataclasses import dataclass

import keras
import numpy as np
from keras import ops, tree

from ..keep import project
from ..keras_side import backend, private
from ..measure import array_statistics, layer_calls
from ..prepare import samples
from . import predictions_compared
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

MOST_BATCHES = 200
MOST_NUMBERS = 20_000_000  # in the batches of one pass: beyond, only its beginning is looked at


@dataclass(frozen=True)
class Fed:
    """What `fit` gets: its arguments by name, two passes over its batches, [(inputs, targets)] each, or one that is too
    long to be seen to its end, and whether Keras itself draws the order of arrays."""

    arguments: dict
    passes: list
    shuffling: bool


def fed(program):
    """What the whole training is fed with; None where train.py never calls `fit`.

    Training stops where `fit` is called: nothing is learnt, and no tracker hears of it.
    """
    if ".fit(" not in inspect.getsource(project.script()):
        return None
    folder = program.folder / "look"
    folder.mkdir(parents=True, exist_ok=True)
    cfg = program.changed(("data.subset", "all"), ("data.samples", None), ("tracker", {}))
    arguments = private.arguments_of_fit(functools.partial(project.script().train, cfg, folder))
    if not arguments:
        return None
    held = arguments["validation_data"]
    if isinstance(held, tuple) and isinstance(held[0], keras.utils.PyDataset):
        arguments["validation_data"] = held[0]  # which is the same to Keras
    each = each_pass(arguments["x"], arguments["y"], arguments["batch_size"] or 32, arguments["steps_per_epoch"])
    first, complete = gathered(next(each))
    both = [first, gathered(next(each))[0]] if complete else [first]
    return Fed(arguments, both, is_array(arguments["x"]) and bool(arguments["shuffle"]))


def is_array(x):
    """Whether `fit` gets arrays or a nest of them, and makes the batches itself."""
    return isinstance(x, dict | tuple | list) or hasattr(x, "shape")


def each_pass(x, y, size, steps):
    """Pass after pass as `fit` would draw it, each an iterator over batches. Only one at a time may be drawn from.

    Args:
        x, y: what `fit` is given.
        size: samples a batch, of arrays.
        steps: batches a pass, or None.
    """
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
    """The (inputs, targets) of what `validation_data` may be, as arrays; None where there is nothing to see.

    Args:
        given: a pair or a dataset.
        most: samples of a pair.
    """
    if given is None:
        return None
    if isinstance(given, tuple | list):
        return samples.take((*given, None)[:2], slice(0, most))
    batches = gathered(next(each_pass(given, None, None, None)))[0]
    return joined(batches) or next(iter(batches), None)


def joined(batches):
    """Batches as one; None without any, or where they differ in more than their number of samples."""
    if len({tuple(leaf.shape[1:] for leaf in samples.leaves(batch)) for batch in batches}) != 1:
        return None
    return tree.map_structure(lambda *parts: None if parts[0] is None else np.concatenate(parts), *batches)


def hashed(batches, *sides):
    """The samples' hashes, batch after batch; of the inputs (0), the targets (1) or both."""
    return [
        key for batch in batches for key in array_statistics.hashes(*samples.leaves([batch[side] for side in sides]))
    ]


@check("batches", CONTRACT, causes="stale-or-ragged-batches")
def batches(m):
    """A batch that comes again before most samples have come. One batch may hold all of them; one that balances rare
    classes repeats the rare, and still shows 0.2 of what it could; one batch for ever shows itself alone."""
    if m.fed is None:
        return skips("train.py does not call fit")
    keys = [hashed([batch], 0, 1) for batch in m.fed.passes[0]]
    seen, again = [key for batch in keys for key in batch], sum(a == b for a, b in itertools.pairwise(keys))
    share = len(set(seen)) / len(set(hashed([array_statistics.some(m.data.train, len(seen))], 0, 1)))
    said = f"of {len(seen)} samples in {len(keys)} batches only {len(set(seen))} differ"
    said += f", and {again} times a batch is the one before again" * (again > 0)
    wrong = share < 0.1 or (again and share < 0.5)
    return fails_unless(not wrong, share, "about 1, each once", {"stale-or-ragged-batches": said})


@check("pairs-kept", CONTRACT, causes="stale-or-ragged-batches labels-shuffled-against-inputs")
def pairs_kept(m):
    """A training input that reaches the network must come with its own target."""
    if m.fed is None or len(m.targets) != 1:
        return skips("train.py does not call fit, or there is not one target")
    known = {}
    for key, goal in zip(hashed([m.many], 0), hashed([m.many], 1), strict=True):
        known.setdefault(key, set()).add(goal)
    seen = [batch for batch in m.fed.passes[0] if batch[1] is not None]
    met = [pair for pair in zip(hashed(seen, 0), hashed(seen, 1), strict=True) if pair[0] in known]
    if len(met) < 20:
        return skips("what reaches fit is not what load() returned, as under augmentation")
    wrong = float(np.mean([goal not in known[key] for key, goal in met]))
    # Made-up targets, such as smoothed ones, are new; shuffled ones are others', and of classes some agree by chance.
    new = {goal for _, goal in met} - set().union(*known.values())
    said = f"{wrong:.0%} of the samples in the batches have another sample's target"
    return fails_unless(wrong <= 0.2 or new, wrong, "0", {"labels-shuffled-against-inputs": said})


@check("shuffled", CONTRACT, causes="stale-or-ragged-batches batches-not-shuffled")
def shuffled(m):
    if m.fed is None or samples.count(m.fed.passes[0][0]) >= samples.count(m.data.train):
        return skips("train.py does not call fit, or a batch holds all")
    if m.fed.shuffling:
        return passes("by Keras", "another order in each pass")
    first, *second = m.fed.passes
    labels = [batch[1].ravel() for batch in first if isinstance(batch[1], np.ndarray)]
    if labels and len(m.targets) == 1 and m.targets[0].one_class and m.targets[0].loss:
        alone = float(np.mean([array_statistics.entropy(part) for part in labels]))
        drawn = array_statistics.batch_entropy(np.concatenate(labels), len(labels[0]))
        if alone < 0.5 * drawn:
            said = f"a batch holds labels of {alone:.2g} nats of entropy on average, {drawn:.2g} if drawn at random"
            return fails(alone / drawn, "about 1", {"batches-not-shuffled": said})
    if second and hashed(first[:3], 0, 1) == hashed(second[0][:3], 0, 1):
        said = "every pass shows the samples in the same order, batch by batch"
        return warns("one order", "another in each pass", {"batches-not-shuffled": said})
    return passes("another order", "another in each pass")


@check("validation-steady", INDICATOR, causes="validation-augmented stale-or-ragged-batches")
def validation_steady(m):
    """Only likely: validation may be drawn anew on purpose, as of made-up samples."""
    given = m.fed and m.fed.arguments["validation_data"]
    if given is None or isinstance(given, tuple | list):
        return skips("none seen") if given is None else passes("arrays", "the same in each pass")
    one, other = (set(hashed([rows_of(given, None)], 0, 1)) for _ in range(2))
    share = len(one & other) / max(len(one), 1)
    said = f"two passes over validation have {share:.0%} of their samples in common: something is drawn anew for each"
    return warns_unless(share > 0.5, share, "1", {"validation-augmented": said})


def in_training_alone(call):
    """Whether a layer, called in training mode, answers otherwise in inference mode: random features are drawn once."""
    if not call.outputs or "training" not in call.options:
        return False
    if len(call.inputs) > 1:
        return True
    return not predictions_compared.same(tree.flatten(call.layer(call.inputs[0], training=False)), call.outputs)


@check("augmentation", INDICATOR, causes="augmentation-breaks-label-or-range")
def augmentation(m):
    """What random layers make of the range of their inputs; splits.scaled_alike sees what train.py makes of it."""
    with backend.unchanged(m.model):
        calls = layer_calls.calls(m.model, samples.take(m.train[0], slice(0, 64)), training=True)[0]
        drawn = [call for call in calls if type(call.layer).__name__.startswith("Random") and in_training_alone(call)]
    for call in drawn:
        before, after = (ops.convert_to_numpy(part[0]).astype("float64") for part in (call.inputs, call.outputs))
        spread = max(before.std(), 1e-12)
        factor, shift = after.std() / spread, abs(after.mean() - before.mean()) / spread
        said = f"{call.layer.name} spreads its inputs {factor:.2g} times as far, {shift:.2g} deviations beside them"
        if not 0.2 < factor < 4 or shift >= 3:  # healthy: at most twice as far
            return fails(factor, "0.2 to 4", {"augmentation-breaks-label-or-range": said})
    return passes(", ".join(call.layer.name for call in drawn) or "none", "the inputs' range")
