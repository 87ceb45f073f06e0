"""MACHINERY. From the loaded data to the samples of one run: the splits, or the few that `data.subset` asks for."""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from hydra.utils import instantiate
from omegaconf import OmegaConf

from . import nested, sources
from .blocks import unwritten_in
from .nested import leaves, mapped
from .sources import Column


@dataclass(frozen=True)
class Data:
    """What one run learns from. Each split is a pair (inputs, targets); `validation` of a subset is the subset."""

    train: Any
    validation: Any
    test: Any  # None for a subset, or where there is no such split
    indices: Any  # of the subset, in the training split; None for the whole
    # The targets of the whole training split, or of some samples of a source; None where there are no targets. They say
    # which samples to draw for a subset, and what a constant prediction can score.
    population: Any


def load(cfg):
    """The data of one run, cut to `data.subset` or `data.samples`.

    Raises:
        ValueError: the loader returned something else than splits of pairs with one common first axis.
        Unwritten: it is still to be written.
    """
    try:
        loaded = splits(cfg)
    except NotImplementedError as error:
        if to_write := unwritten_in(cfg):
            raise to_write from error
        raise
    train = loaded["train"]
    known, population = None, train[1] if has_targets(cfg.data.targets) else None
    if sources.streamed(population):
        wanted = 0 if cfg.data.subset == "all" else cfg.data.subset
        known, population = _known(OmegaConf.to_yaml(cfg.data.load, resolve=True), max(wanted, sources.MOST_TARGETS))
    if cfg.data.samples is None and cfg.data.subset == "all":
        return Data(train, loaded["validation"], loaded.get("test"), None, population)
    if cfg.data.samples is not None:
        indices = np.array(cfg.data.samples)
    else:
        number = count(train) if known is None else len(known)
        indices = draw(population, number, cfg.data.subset, cfg.seed)
        indices = indices if known is None else known[indices]
    few = take(train, indices)
    return Data(few, few, None, indices, population)


def has_targets(declared):
    """Whether there are targets to learn: Keras wants some y_true even where the loss looks at predictions alone."""
    return any(one.kind != "none" for one in leaves(nested.declared(declared)))


def splits(cfg):
    """What conf/data's `load` returns, checked; kept, since launch/guard.py, a run and the next job ask for it."""
    loaded, known = _loaded(OmegaConf.to_yaml(cfg.data.load, resolve=True))
    lacking = [name for name in loaded if not leaves(known.get(name))]
    if (whole := cfg.data.get("groups")) and lacking:
        wanted = f"groups beside the splits, {{split: the {whole} of each sample}}"
        raise ValueError(f"data.groups={whole}: load() must return {wanted}; it returned none of {', '.join(lacking)}")
    return loaded


def groups(cfg):
    """{split: "b …", of whom or of what each sample is}, which `load` may return beside the splits; {} where not."""
    return _loaded(OmegaConf.to_yaml(cfg.data.load, resolve=True))[1]


@functools.lru_cache(maxsize=1)
def _loaded(load):
    # `_partial_`: called by Hydra, the loader's own exceptions would be wrapped in others.
    loaded = instantiate(OmegaConf.create(load), _partial_=True, _convert_="all")()
    returned = ", ".join(loaded) if isinstance(loaded, dict) else type(loaded).__name__
    if not isinstance(loaded, dict) or {"train", "validation"} - set(loaded):
        raise ValueError(f"load() must return the splits train and validation; it returned {returned}")
    opened = {name: _opened(name, split) for name, split in loaded.items() if name != "groups"}
    known = {} if loaded.get("groups") is None else loaded["groups"]
    if not isinstance(known, dict):
        raise ValueError(f"load() must return groups as {{split: one for each sample}}, not as {type(known).__name__}")
    for name, split in opened.items():
        if any(len(leaf) != count(split) for leaf in leaves(known.get(name))):
            raise ValueError(f"the groups of the split {name} are not one for each of its {count(split)} samples")
    return opened, known


def _opened(name, split):
    try:
        split = sources.opened(split)
    except ValueError as error:
        raise type(error)(f"the split {name} {error}") from error
    lengths = {0 if not isinstance(leaf, Column) and leaf.shape == () else len(leaf) for leaf in leaves(split)}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError(f"the arrays of the split {name} must have one length, 1 or more: {sorted(lengths)}")
    return mapped(read_only, split)


def read_only(leaf):
    """A view that nobody can write to, since all trainings share the data; the loader may go on with its own array."""
    if not isinstance(leaf, np.ndarray):
        return leaf
    view = leaf.view()
    view.flags.writeable = False
    return view


@functools.lru_cache(maxsize=1)
def _known(load, most):
    """(Int["n"], the targets of these training samples), which stand for all of a source."""
    train = _loaded(load)[0]["train"]
    indices = sources.some(count(train), most)
    return indices, take(train[1], indices)


def draw(targets, available, wanted, seed):
    """Indices of `wanted` samples, drawn by the seed, with as many different targets as possible.

    The samples are put in a random order, and each is ranked by how many before it have the same target: first come
    those whose target is new, then those whose target was seen once, and so on.

    Args:
        targets: of all samples, or None.
        available: number of samples to draw from.
        wanted: number of samples to draw, 1 … `available`.
        seed: of a generator of its own, so that nothing else that is drawn moves the choice.

    Returns:
        Int["wanted"], in the order drawn.
    """
    order = np.random.default_rng(seed).permutation(available)
    seen, ranks = {}, np.zeros(available, int)
    rows = leaves(targets)
    for position, index in enumerate(order):
        target = tuple(row[index].tobytes() for row in rows)
        ranks[position] = seen[target] = seen.get(target, -1) + 1
    return order[np.argsort(ranks, kind="stable")[:wanted]]


def take(tree, indices):
    """Some samples of a nest of arrays; those that are not in memory are read.

    Args:
        tree: a nest of arrays and Columns.
        indices: of the first axis: a slice, or integers that differ.
    """
    columns = [leaf for leaf in leaves(tree) if isinstance(leaf, Column)]
    if not columns:
        return mapped(lambda leaf: leaf[indices], tree)
    picked = np.array(range(len(columns[0]))[indices]) if isinstance(indices, slice) else np.asarray(indices)
    found = sources.read(columns, picked)
    return mapped(lambda leaf: found[leaf] if isinstance(leaf, Column) else leaf[indices], tree)


def some(split, most):
    """At most so many samples of a split, drawn and in their order, as arrays: the first ones may be of one class. Of a
    source fewer, see sources.affordable."""
    return mapped(np.asarray, take(split, sources.some(count(split), sources.affordable(split, most))))


def count(split):
    return len(leaves(split)[0])
