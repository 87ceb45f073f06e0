"""YOURS. What is learnt from: sets of numbers of different size."""

import numpy as np


def load_sets(count=2400, validation=400):
    """Sets of 3 to 12 numbers; asked is the logarithm of their standard deviation.

    Returns:
        The splits; inputs Float["b 12 2"], a number and whether it is one (zeros after the last); targets Float["b 1"].
    """
    rng = np.random.default_rng(21)
    total = count + validation
    numbers = rng.normal(size=(total, 12)) * np.exp(rng.uniform(-1, 1, (total, 1))) + rng.normal(size=(total, 1))
    there = np.arange(12) < rng.integers(3, 13, (total, 1))
    spread = [np.log(row[mask].std()) for row, mask in zip(numbers, there, strict=True)]
    inputs = np.stack([np.where(there, numbers, 0), there], axis=-1).astype("float32")
    targets = np.array(spread, "float32")[:, None]
    return {"train": (inputs[:count], targets[:count]), "validation": (inputs[count:], targets[count:])}
