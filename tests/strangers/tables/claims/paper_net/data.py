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


def load_mine(policies, seed):
    """Policies and their claims; two thirds to learn from, a sixth each to validate and to test.

    Returns:
        The splits, each ({car, exposure}, claims).
    """
    draw = np.random.default_rng(seed)
    driver, age = draw.uniform(18, 85, policies), draw.gamma(2, 4, policies)
    power, density, bonus = (
        draw.integers(4, 13, policies),
        draw.exponential(1.5, policies),
        draw.uniform(50, 150, policies),
    )
    region = np.eye(3)[draw.integers(0, 3, policies)]
    exposure = draw.beta(0.8, 0.8, policies) * 0.98 + 0.02
    rate = -1.6 + 1.2 * np.exp(-(driver - 18) / 8) + 0.6 * (driver > 70) + 0.015 * (bonus - 50)
    rate = rate + 0.08 * power * (age < 5) + 0.15 * density + region @ [0.3, 0.0, -0.3]
    claims = draw.poisson(np.exp(rate) * exposure)

    columns = np.column_stack([driver, age, power, density, bonus, region])
    a, b = policies * 2 // 3, policies * 5 // 6
    columns = (columns - columns[:a].mean(axis=0)) / columns[:a].std(axis=0)

    def split(part):
        inputs = {"car": columns[part].astype("float32"), "exposure": exposure[part, None].astype("float32")}
        return inputs, claims[part, None].astype("float32")

    return {"train": split(slice(0, a)), "validation": split(slice(a, b)), "test": split(slice(b, policies))}
