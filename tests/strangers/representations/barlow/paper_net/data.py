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
from sklearn.datasets import load_digits


def load_mine(views, seed):
    """Digits without labels, in a random order: 1,200 to learn from, the others for validation and test."""
    images = np.random.default_rng(seed).permutation(load_digits().images.astype("float32") / 16)
    return {
        "train": Views(images[:1200], views, seed=1),
        "validation": Views(images[1200:1500], 1, seed=2),
        "test": Views(images[1500:], 1, seed=3),
    }


class Views:
    """A source of pairs: two views of one image, each shifted, weakened and with noise of its own."""

    def __init__(self, images, views, seed):
        self.images, self.views, self.seed = images, views, seed

    def __len__(self):
        return len(self.images) * self.views

    def __getitem__(self, i):
        image = self.images[i % len(self.images)]
        rng = np.random.default_rng([self.seed, i])
        return {"a": self.view(image, rng), "b": self.view(image, rng)}, np.zeros(1, "float32")

    def view(self, image, rng):
        image = np.roll(image, rng.integers(-1, 2), axis=1)
        image = image * rng.uniform(0.7, 1.2) + 0.1 * rng.normal(size=image.shape)
        return image.astype("float32")
