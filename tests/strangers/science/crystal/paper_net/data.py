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


def load_mine(crystals, elements, seed):
    """Elements have a radius and an electronegativity, which the network does not see.

    Returns:
        The splits: 2000 crystals to learn from, the rest in halves; the edges are scaled by the first.
    """
    rng = np.random.default_rng(seed)
    radius, pull = rng.uniform(0.8, 1.8, elements), rng.uniform(0.8, 3.5, elements)
    pair = rng.integers(0, elements, (crystals, 2))
    natural = 2 * radius[pair].sum(axis=1)
    cell = natural[:, None] * rng.normal(1, 0.08, (crystals, 3))
    strain = np.sum((cell / natural[:, None] - 1) ** 2, axis=1)
    gap = np.abs(pull[pair[:, 0]] - pull[pair[:, 1]])
    energy = -0.4 * gap**2 + 20 * strain + 0.1 * rng.normal(size=crystals)
    metal = (gap - 4 * strain**0.5 + 0.1 * rng.normal(size=crystals) < 0.5).astype("int32")
    rows = {"train": slice(0, 2000), "validation": slice(2000, 2300), "test": slice(2300, None)}
    mean, deviation = cell[rows["train"]].mean(axis=0), cell[rows["train"]].std(axis=0)

    def split(at):
        inputs = {"elements": pair[at].astype("int32"), "cell": ((cell[at] - mean) / deviation).astype("float32")}
        return inputs, {"energy": energy[at, None].astype("float32"), "metal": metal[at, None]}

    return {name: split(at) for name, at in rows.items()}
