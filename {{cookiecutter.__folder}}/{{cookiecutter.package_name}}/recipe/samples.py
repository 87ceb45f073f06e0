"""MACHINERY. From the loaded data to the samples of one run: the splits, or the few that `data.subset` asks for."""

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from hydra.utils import instantiate
from omegaconf import OmegaConf


@dataclass(frozen=True)
class Data:
    """What one run learns from. Each split is a pair (inputs, targets); `validation` of a subset is the subset."""

    train: Any
    validation: Any
    test: Any  # None for a subset, or where there is no such split
    indices: Any  # of the subset, in the training split; None for the whole
    population: Any  # the whole training split's targets: what a constant prediction is fitted to; None without any


def load(cfg):
    """The data of one run, cut to `data.subset` or `data.samples`.

    Raises:
        ValueError: the loader returned something else than splits of pairs with one common first axis.
    """
    loaded = splits(cfg)
    if comparison := OmegaConf.select(cfg, "recipe.comparison"):
        loaded = {**loaded, "train": compared(loaded["train"], comparison, cfg.seed)}
    train = loaded["train"]
    population = train[1] if has_targets(cfg.data.targets) else None
    if cfg.data.samples is None and cfg.data.subset == "all":
        return Data(train, loaded["validation"], loaded.get("test"), None, population)
    if cfg.data.samples is not None:
        indices = np.array(cfg.data.samples)
    else:
        indices = draw(population, count(train), cfg.data.subset, cfg.seed)
    few = take(train, indices)
    return Data(few, few, None, indices, population)


def has_targets(declared):
    """Whether any declared target is one; Keras wants a y_true even where the loss looks at predictions alone."""
    if "shape" in declared:
        return declared.kind != "none"
    return any(map(has_targets, declared.values() if OmegaConf.is_dict(declared) else declared))


def splits(cfg):
    """What conf/data's `load` returns, checked. Kept for the next job of a sweep: the guard has loaded it already."""
    return _loaded(OmegaConf.to_yaml(cfg.data.load, resolve=True))


@functools.lru_cache(maxsize=1)
def _loaded(load):
    # Called outside of Hydra, which would wrap the loader's own exceptions.
    loaded = instantiate(OmegaConf.create(load), _partial_=True, _convert_="all")()
    returned = ", ".join(loaded) if isinstance(loaded, dict) else type(loaded).__name__
    if not isinstance(loaded, dict) or {"train", "validation"} - set(loaded):
        raise ValueError(f"load() must return the splits train and validation; it returned {returned}")
    for name, split in loaded.items():
        if not isinstance(split, tuple) or len(split) != 2:
            raise ValueError(f"the split {name} must be a pair (inputs, targets)")
        lengths = {0 if getattr(leaf, "shape", None) == () else len(leaf) for leaf in leaves(split)}
        if len(lengths) != 1 or 0 in lengths:
            raise ValueError(f"the arrays of the split {name} must have one length, 1 or more: {sorted(lengths)}")
    return loaded


def compared(split, comparison, seed):
    """A training split spoiled on purpose: the recipe trains on it too, and expects to see worse.

    Args:
        split: a pair (inputs, targets).
        comparison: `permuted`, each sample with another one's target; or `zeros` for inputs.
        seed: of the permutation.
    """
    inputs, targets = split
    if comparison == "permuted":
        return inputs, take(targets, np.random.default_rng(seed).permutation(count(split)))
    return zeros_like(inputs), targets


def zeros_like(tree):
    if isinstance(tree, dict):
        return {name: zeros_like(branch) for name, branch in tree.items()}
    if isinstance(tree, tuple | list):
        return type(tree)(zeros_like(branch) for branch in tree)
    return np.zeros_like(tree)


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


def leaves(tree):
    """The arrays of a nest of dicts, tuples and lists; None holds none."""
    if tree is None:
        return []
    if isinstance(tree, dict):
        tree = tuple(tree.values())
    if isinstance(tree, tuple | list):
        return [leaf for branch in tree for leaf in leaves(branch)]
    return [tree]


def take(tree, indices):
    """The same nest with each array cut to `indices` of its first axis."""
    if tree is None:
        return None
    if isinstance(tree, dict):
        return {name: take(branch, indices) for name, branch in tree.items()}
    if isinstance(tree, tuple | list):
        return type(tree)(take(branch, indices) for branch in tree)
    return tree[indices]


def count(split):
    return len(leaves(split)[0])
