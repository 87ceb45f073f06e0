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
from scipy.ndimage import gaussian_filter


def load_mine(train, held_out, size, smooth, sigma, seed):
    """Fields of two levels with smooth borders; nothing clean is learnt from.

    Returns:
        The splits: train (noisy, noisy in another way), validation and test (noisy, clean).
    """
    draw = np.random.default_rng(seed)

    def fields(n):
        rough = gaussian_filter(draw.normal(size=(n, size, size)), (0, smooth, smooth), mode="wrap")
        levels = 1 / (1 + np.exp(-4 * rough / rough.std()))
        return levels[..., None].astype("float32")

    def noisy(clean):
        return (clean + draw.normal(0, sigma, clean.shape)).astype("float32")

    clean, clean_val, clean_test = fields(train), fields(held_out), fields(held_out)
    return {
        "train": (noisy(clean), noisy(clean)),
        "validation": (noisy(clean_val), clean_val),
        "test": (noisy(clean_test), clean_test),
    }
