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


def load_mine(courses, times, step, noise, seed):
    """Lotka and Volterra's equations from random starts; a course of 16 times of 0.4, seen with noise.

    Returns:
        The splits; held-out courses are of other starts, and exact.
    """
    rng = np.random.default_rng(seed)

    def rate(z):
        prey, predators = np.exp(z[:, :1]), np.exp(z[:, 1:])
        return np.concatenate([1.0 - predators, 0.8 * (prey - 1)], axis=1)

    splits = {}
    for split, number in courses.items():
        z = start = rng.uniform(-1, 0.8, (number, 2))
        course = []
        for i in range(times * 40):
            z = z + step / 40 * rate(z + step / 80 * rate(z))
            if i % 40 == 39:
                course.append(z)
        course = np.stack(course, axis=1)  # (number, times, 2)
        if split == "train":
            course = course + noise * rng.normal(size=course.shape)
        splits[split] = (start.astype("float32"), course.astype("float32"))
    return splits
