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


def load_mine(persons, windows, length, seed):
    """Windows of five activities; 18 persons to learn from, 6 others to validate, 6 others to test.

    Returns:
        The splits, each (windows, activities) of shapes (n, length, 3) and (n,), and the person of each window.
    """
    draw = np.random.default_rng(seed)
    rates = np.array([0.0, 1.8, 2.7, 1.6, 1.2])  # steps a second
    sizes = np.array([[0, 0, 0], [0.3, 0.5, 1.0], [0.8, 1.0, 2.2], [0.4, 0.6, 0.9], [0.6, 0.2, 0.3]])
    t = np.arange(length) / 20
    x, y, person = [], [], []
    for p in range(persons):
        pace, strength = draw.normal(1, 0.1), draw.normal(1, 0.15)
        gravity = draw.normal(0, 0.2, 3) + [0, 0, 1]
        for activity in range(5):
            for _ in range(windows):
                phase = 2 * np.pi * (pace * rates[activity] * t[:, None] + draw.random())
                wave = np.sin(phase + [0, 1, 2]) + (0.5 if activity == 3 else 0.2) * np.sin(2 * phase)
                x.append(gravity + strength * sizes[activity] * wave + draw.normal(0, 0.35, (length, 3)))
                y.append(activity)
                person.append(p)
    x, y, person = np.array(x, "float32"), np.array(y, "int32"), np.array(person)
    parts = {"train": person < 18, "validation": (person >= 18) & (person < 24), "test": person >= 24}
    x = (x - x[parts["train"]].mean(axis=(0, 1))) / x[parts["train"]].std(axis=(0, 1))
    splits = {name: (x[part], y[part]) for name, part in parts.items()}
    return {**splits, "groups": {name: person[part] for name, part in parts.items()}}
