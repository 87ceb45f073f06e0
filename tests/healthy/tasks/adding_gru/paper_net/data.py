"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_adding(rows=7000, length=24, seed=9):
    """The adding problem (Hochreiter & Schmidhuber 1997): of a row of numbers two are marked; their sum is asked for.

    Whoever always answers 1 has a squared error of 1/6.

    Returns:
        The splits; inputs Float["b 24 2"], a number in 0 … 1 and its mark; targets Float["b 1"].
    """
    rng = np.random.default_rng(seed)
    numbers = rng.random((rows, length))
    marks = np.zeros((rows, length))
    half = length // 2
    first, second = rng.integers(0, half, rows), rng.integers(half, length, rows)
    each = np.arange(rows)
    marks[each, first] = marks[each, second] = 1
    inputs = np.stack([numbers, marks], axis=-1).astype("float32")
    targets = (numbers[each, first] + numbers[each, second]).astype("float32")[:, None]
    a, b = rows - 1000, rows - 500
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
