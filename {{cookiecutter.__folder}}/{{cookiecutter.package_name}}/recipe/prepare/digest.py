"""MACHINERY. A fingerprint of the data, by which two runs are known to have learnt from the same."""

import numpy as np

from ..keep.record import sha
from . import samples, sources

MOST_OF_A_SOURCE = 100  # samples


def digest(cfg):
    """A fingerprint of the loaded data; None where it cannot be loaded, of which the run itself will tell why."""
    try:
        known = samples.splits(cfg)
        if sources.streamed(known):
            known = some_of(cfg, known)
        arrays = [np.ascontiguousarray(leaf) for leaf in samples.leaves(known)]
    except Exception:
        return None
    return sha(*(part for array in arrays for part in (str(len(array)).encode(), array.tobytes())))


def some_of(cfg, splits):
    """What stands for a source, which may not fit into memory: its size, and its subset or samples evenly apart."""
    sizes, data = np.array([samples.count(split) for split in splits.values()]), samples.load(cfg)
    if data.indices is not None:
        return [sizes, data.train]
    known = [sizes]
    for split in splits.values():
        few = np.unique(np.linspace(0, samples.count(split) - 1, MOST_OF_A_SOURCE).astype(int))
        both = zip(samples.leaves(split), samples.leaves(samples.take(split, few)), strict=True)
        known += [read if isinstance(leaf, sources.Column) else leaf for leaf, read in both]
    return known
