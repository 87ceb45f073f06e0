"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


def load_mine(train, held_out, largest, seed):
    """Random clusters, no two atoms closer than 0.8.

    Returns:
        The splits; inputs are {"types": (n, largest), "positions": (n, largest, 3)}, filled up with zeros.
    """
    rng = np.random.default_rng(seed)
    clusters = [cluster(rng, rng.integers(3, largest + 1), largest) for _ in range(train + 2 * held_out)]
    types, positions, energies = (np.stack(values) for values in zip(*clusters, strict=True))
    splits, at = {}, 0
    for split, size in (("train", train), ("validation", held_out), ("test", held_out)):
        here = slice(at, at + size)
        splits[split] = ({"types": types[here], "positions": positions[here]}, energies[here])
        at += size
    return splits


def cluster(rng, atoms, largest):
    places = [np.zeros(3)]
    while len(places) < atoms:
        new = places[rng.integers(len(places))] + rng.normal(size=3)
        if min(np.linalg.norm(new - old) for old in places) > 0.8:
            places.append(new)
    kinds = rng.integers(1, 3, atoms)
    i, j = np.triu_indices(atoms, k=1)
    distance = np.linalg.norm(np.array(places)[i] - np.array(places)[j], axis=-1)
    like = kinds[i] + kinds[j] - 2  # 0, 1, 2
    depth, rest = np.array([1.0, 1.5, 0.6])[like], np.array([1.0, 1.2, 1.5])[like]
    energy = np.sum(depth * ((1 - np.exp(-1.5 * (distance - rest))) ** 2 - 1))
    types, positions = np.zeros(largest, "int32"), np.zeros((largest, 3), "float32")
    types[:atoms], positions[:atoms] = kinds, np.array(places) - np.mean(places, axis=0)
    return types, positions, np.array([energy / 4], "float32")  # in units of about its spread
