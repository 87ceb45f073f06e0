"""MACHINERY. Data that need not fit into memory: a Column stands for an array, and reads the samples asked for."""

import functools
import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .nested import leaves, mapped

MOST_TARGETS = 1000  # so many targets stand for all of a source
MOST_LOOKED_AT = 4096  # so many samples of a source are looked at together …
MOST_BYTES = 64 * 2**20  # … and at most so many bytes of them
QUEUE = 4  # batches read ahead

OF_DICTIONARIES = """\
is a source whose samples are dictionaries ({keys}), where pairs are expected. In data.py:

    class Pairs:
        def __init__(self, samples):
            self.samples = samples

        def __len__(self):
            return len(self.samples)

        def __getitem__(self, i):
            sample = self.samples[i]
            return np.float32(sample["{first}"]), np.array(sample["{last}"])

    return {{"train": Pairs(train), "validation": Pairs(validation)}}"""
ONE_AFTER_THE_OTHER = """\
gives its samples one after the other ({kind}), and data.subset and the order ask for them by number. In data.py:

    def in_memory(samples):
        inputs, targets = zip(*samples, strict=True)
        return np.stack(inputs), np.stack(targets)

    return {{"train": in_memory({train}), "validation": in_memory({validation})}}

If they do not fit into memory, write them once to .npy files, which data=npz reads one by one."""


class NeedsAdapter(ValueError):
    """What load() returned is no split, and becomes one by the lines of code that the message ends with."""


@dataclass(frozen=True, eq=False)
class Column:
    """Stands for one array of the samples; samples.take reads it.

    Args:
        source: `source[i]` is one sample; where it has a shape, `source[Int["n"]]` is an array of n samples.
        path: the keys that lead to this array in one sample; None where the source has a shape.
        order: Int["b"], the samples in another order.
    """

    source: Any
    path: tuple | None
    order: Any = None

    def __len__(self):
        return len(self.source)

    @functools.cached_property
    def one(self):
        """The first sample, as an array of one."""
        return read([self], np.zeros(1, int))[self]

    @property
    def dtype(self):
        return self.one.dtype

    @property
    def shape(self):
        return (len(self), *self.one.shape[1:])


def opened(split):
    """What load() returned for a split, as a pair, with a Column for each array that is not in memory.

    Raises:
        ValueError: it is neither a pair nor a source of pairs.
    """
    if isinstance(split, tuple) and len(split) == 2:
        return mapped(lambda leaf: plain(leaf) if in_memory(leaf) else column(leaf), split)
    if hasattr(split, "__iter__") and not hasattr(split, "__getitem__"):
        numpy = ".as_numpy_iterator()" if hasattr(split, "as_numpy_iterator") else ""  # of tf.data
        both = {name: name + numpy for name in ("train", "validation")}
        raise NeedsAdapter(ONE_AFTER_THE_OTHER.format(kind=type(split).__name__, **both))
    if isinstance(split, tuple | list | dict | np.ndarray | str) or not hasattr(split, "__getitem__"):
        raise ValueError("must be a pair (inputs, targets), or a source of such pairs")
    if not len(split):
        raise ValueError("has no samples")
    first = split[0]
    if isinstance(first, Mapping) and first:
        keys = [*first]
        raise NeedsAdapter(OF_DICTIONARIES.format(keys=", ".join(map(str, keys)), first=keys[0], last=keys[-1]))
    if not isinstance(first, tuple | list) or len(first) != 2:
        raise ValueError("is a source, each of whose samples must be a pair (inputs, target)")
    return tuple(columns(split, part, (side,)) for side, part in enumerate(first))


def column(source):
    if not hasattr(source, "__getitem__"):  # an element of a list, which is a nest of them
        kind = type(source).__name__
        raise ValueError(f"holds a {kind} where an array is expected: np.array(…) of a list of them makes one")
    return Column(source, None if hasattr(source, "shape") else ())


def columns(source, tree, path):
    """A nest of Columns, nested as one sample of a source is."""
    if isinstance(tree, dict):
        return {name: columns(source, branch, (*path, name)) for name, branch in tree.items()}
    if isinstance(tree, tuple | list):
        return type(tree)(columns(source, branch, (*path, i)) for i, branch in enumerate(tree))
    return None if tree is None else Column(source, path)


def plain(leaf):
    return unmasked(leaf) if isinstance(leaf, np.ma.MaskedArray) else leaf


def in_memory(leaf):
    """Whether it is an array, and no view of a mapped file."""
    return mapping(leaf) is None if isinstance(leaf, np.ndarray) else getattr(leaf, "shape", None) == ()


def mapping(array):
    """The mapped file that an array is a view of; None of one in memory."""
    while isinstance(array, np.ndarray):
        array = array.base
    return array if isinstance(array, mmap.mmap) else None


def read(wanted, indices):
    """The samples of some Columns. Columns of one source share its samples: each is read once.

    Args:
        wanted: Columns.
        indices: Int["n"], of different samples.

    Returns:
        {Column: an array of n samples}.
    """
    found, groups = {}, {}
    for column in wanted:
        if column.path is None:
            found[column] = rows(column.source, places(column, indices))
        else:
            groups.setdefault((id(column.source), id(column.order)), []).append(column)
    for group in groups.values():
        parts = [[] for _ in group]
        for i in places(group[0], indices):
            sample = group[0].source[int(i)]
            for part, column in zip(parts, group, strict=True):
                part.append(functools.reduce(lambda tree, key: tree[key], column.path, sample))
        found |= {column: np.stack([*map(unmasked, part)]) for column, part in zip(group, parts, strict=True)}
    return found


def places(column, indices):
    return indices if column.order is None else column.order[indices]


def rows(source, indices):
    """Samples by index, read in the order in which they lie: HDF5 takes no other order, and disks are faster in it."""
    rising = np.argsort(indices)
    if isinstance(source, np.ndarray) and hasattr(mmap, "MADV_WILLNEED"):  # not on Windows
        announce(source, indices[rising])
    found = unmasked(source[indices[rising]])
    if len(found) != len(indices):
        raise ValueError(f"{type(source).__name__} gave {len(found)} samples where {len(indices)} were asked for")
    return found[np.argsort(rising)]


def unmasked(array):
    """A plain array of what NumPy may have masked.

    Raises:
        ValueError: something is; Keras would learn from what is behind the mask.
    """
    if np.ma.is_masked(array):
        number = f"{np.count_nonzero(np.ma.getmaskarray(array)):,} of {np.size(array):,} numbers"
        raise ValueError(f"holds a masked array, {number}: fill them in data.py, array.filled(…); Keras heeds no mask")
    return np.asarray(array)


def announce(array, indices):
    """Tells the system which samples of a mapped array will be read. Without it, the system reads far around each page
    that is met: 300 samples of 48 kB a second instead of 15,000."""
    mapped_file, size = mapping(array), array.strides[0]
    begin = array.ctypes.data - np.frombuffer(mapped_file, "uint8").ctypes.data
    for i in indices.tolist() if size > 0 else ():
        first = begin + i * size
        page = first - first % mmap.PAGESIZE
        mapped_file.madvise(mmap.MADV_WILLNEED, page, min(first + size, len(mapped_file)) - page)


def streamed(tree):
    """Whether a part of a nest is not in memory."""
    return any(isinstance(leaf, Column) for leaf in leaves(tree))


def affordable(tree, most):
    """How many samples can be looked at together: `most`, of a source perhaps fewer."""
    if not streamed(tree):
        return most
    size = sum(leaf.dtype.itemsize * int(np.prod(leaf.shape[1:])) for leaf in leaves(tree))
    return max(1, min(most, MOST_LOOKED_AT, MOST_BYTES // max(size, 1)))


def looked_at(leaf):
    """An array as it is; of a Column as many samples as can be looked at together, drawn from all of it."""
    if not isinstance(leaf, Column):
        return leaf
    return read([leaf], some(len(leaf), affordable(leaf, len(leaf))))[leaf]


def some(number, most):
    """Int["n"], rising: which samples stand for all of them; always the same."""
    return np.sort(np.random.default_rng(0).choice(number, min(number, most), replace=False))
