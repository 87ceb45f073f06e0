"""YOURS. What is learnt from."""

import numpy as np


def load_adding(train, validation, test, length, seed=4):
    """The adding problem; Hochreiter & Schmidhuber 1997: two of the numbers are marked, asked is their sum.

    Returns:
        The splits; inputs Float["b length 2"], a number in 0 … 1 and its mark; targets Float["b"], 0 … 2.
    """
    rng = np.random.default_rng(seed)
    total = train + validation + test
    numbers = rng.random((total, length))
    marks = np.zeros((total, length))
    rows = np.arange(total)
    first, second = rng.integers(0, length // 2, total), rng.integers(length // 2, length, total)
    marks[rows, first] = marks[rows, second] = 1
    sums = numbers[rows, first] + numbers[rows, second]
    inputs, targets = np.stack([numbers, marks], axis=-1).astype("float32"), sums.astype("float32")
    ends = [train, train + validation]
    parts = zip(np.split(inputs, ends), np.split(targets, ends), strict=True)
    return dict(zip(("train", "validation", "test"), parts, strict=True))
