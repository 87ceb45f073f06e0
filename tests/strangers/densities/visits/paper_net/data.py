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


def load_mine(train, held_out, seed):
    """Persons, their regions, and how often they go.

    Args:
        train: persons of the training split.
        held_out: persons of the validation and of the test split, each.
        seed: of the draw.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    of_region = rng.normal(0, 0.4, 5)

    def draw(n):
        person, region = rng.normal(size=(n, 4)), rng.integers(0, 5, n)
        age, income, distance, illness = person.T
        rate = np.exp(0.8 + 0.5 * illness + 0.3 * age * illness - 0.4 * distance + of_region[region])
        never = rng.random(n) < 1 / (1 + np.exp(1.0 - 1.5 * income + np.abs(age)))
        visits = np.where(never, 0, rng.poisson(np.minimum(rate, 30)))
        inputs = {"person": person.astype("float32"), "region": region.astype("int32")}
        return inputs, visits[:, None].astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
