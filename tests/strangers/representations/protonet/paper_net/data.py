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


def load_mine(ways, shots, queries, classes, episodes, seed):
    """Episodes of three disjoint sets of classes."""
    rng = np.random.default_rng(seed)
    world = rng.normal(size=(12, 24)) / np.sqrt(12)
    centers = rng.normal(size=(2 * classes, 5))
    shape = (ways, shots, queries)
    return {
        "train": Episodes(world, centers[:classes], shape, episodes, seed=1),
        "validation": Episodes(world, centers[classes : 3 * classes // 2], shape, 200, seed=2),
        "test": Episodes(world, centers[3 * classes // 2 :], shape, 200, seed=3),
    }


class Episodes:
    """A source: episode i has classes of its own, some samples of each to go by, and others to tell apart."""

    def __init__(self, world, centers, shape, episodes, seed):
        self.world, self.centers, self.shape, self.episodes, self.seed = world, centers, shape, episodes, seed

    def __len__(self):
        return self.episodes

    def __getitem__(self, i):
        rng = np.random.default_rng([self.seed, i])
        ways, shots, queries = self.shape
        chosen = self.centers[rng.choice(len(self.centers), ways, replace=False)]  # (ways, 5)
        labels = rng.permutation(np.arange(queries) % ways)
        support = self.samples(np.repeat(chosen, shots, axis=0), rng).reshape(ways, shots, -1)
        return {"support": support, "query": self.samples(chosen[labels], rng)}, labels.astype("int32")

    def samples(self, centers, rng):
        """What is seen of samples around these centres: five numbers of the class, seven that say nothing."""
        own = centers + 0.3 * rng.normal(size=centers.shape)
        latent = np.concatenate([own, 2 * rng.normal(size=(len(own), 7))], axis=1)
        return np.sin(latent @ self.world).astype("float32")
