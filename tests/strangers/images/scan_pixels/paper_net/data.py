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


def load_mine(train, held_out, size, chosen, strength, seed):
    """Noise, and in half of the scans a faint spot; mean, deviation and the choice of pixels are of the training split."""
    draw = np.random.default_rng(seed)
    row, column = np.mgrid[:size, :size] - size // 3
    spot = strength * np.exp(-(row**2 + column**2) / 8)
    labels = draw.integers(0, 2, (train + 2 * held_out, 1), dtype="int32")
    pixels = draw.normal(size=(len(labels), size**2)) + labels * spot.ravel()
    index = np.arange(len(labels))
    splits = {"train": index[:train], "validation": index[train : train + held_out], "test": index[train + held_out :]}
    pixels = (pixels - pixels[splits["train"]].mean(axis=0)) / pixels[splits["train"]].std(axis=0)

    seen = splits["train"]
    ill = labels[seen, 0] == 1
    difference = pixels[seen][ill].mean(axis=0) - pixels[seen][~ill].mean(axis=0)
    best = np.argsort(-np.abs(difference))[:chosen]
    return {split: (pixels[part][:, best].astype("float32"), labels[part]) for split, part in splits.items()}
