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
from sklearn.cluster import KMeans


def load_mine(train, held_out, noise, seed):
    """Angles of the joints, and where the hand is seen."""
    rng = np.random.default_rng(seed)

    def draw(n):
        angles = rng.uniform(-1.5, 1.5, (n, 3))
        directions = angles.cumsum(axis=1)
        hand = np.stack([np.cos(directions), np.sin(directions)], axis=-1) * np.array([1.0, 0.8, 0.4])[:, None]
        hand = hand.sum(axis=1) + rng.normal(0, noise, (n, 2))
        return angles.astype("float32"), hand.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}


def centres(n, **options):
    """Centres of n clusters of the training inputs."""
    angles = load_mine(**options)["train"][0]
    return KMeans(n, n_init=1, random_state=0).fit(angles).cluster_centers_.astype("float32")
