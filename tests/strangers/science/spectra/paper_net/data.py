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


class Mixtures:
    """One spectrum after the other, made when it is asked for; the same number gives the same one."""

    def __init__(self, number, channels, noise, seed):
        self.number, self.noise, self.seed = number, noise, seed
        self.axis = np.linspace(0, 1, channels)
        rng = np.random.default_rng(0)  # the substances are the same in all splits
        places, widths = rng.uniform(0.08, 0.92, (4, 5, 1)), rng.uniform(0.01, 0.04, (4, 5, 1))
        heights = rng.uniform(0.3, 1.0, (4, 5, 1))
        self.pure = np.sum(heights * np.exp(-0.5 * ((self.axis - places) / widths) ** 2), axis=1)  # (4, channels)

    def __len__(self):
        return self.number

    def __getitem__(self, i):
        rng = np.random.default_rng((self.seed, int(i)))
        shares = rng.dirichlet(np.full(4, 0.7))
        baseline = rng.normal(scale=0.3, size=3) @ np.stack([self.axis**0, self.axis, np.sin(3 * self.axis)])
        spectrum = (
            rng.uniform(0.6, 1.4) * (shares @ self.pure) + baseline + self.noise * rng.normal(size=len(self.axis))
        )
        return spectrum[:, None].astype("float32"), shares.astype("float32")


def load_mine(mixtures, channels, noise, seed):
    """Mixtures of the same four substances; each split has a seed of its own."""
    return {split: Mixtures(number, channels, noise, seed + k) for k, (split, number) in enumerate(mixtures.items())}
