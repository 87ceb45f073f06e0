"""YOURS. What is learnt from: sequences of tokens; which of four letters stands in them most often?"""

import numpy as np


def load_votes(train, validation, test, seed):
    """Inputs Int["b 20"]: tokens 0 … 11, of which 0 … 3 are votes; targets Int["b"]: the letter with most of them."""
    rng = np.random.default_rng(seed)
    count = train + validation + test
    targets = rng.integers(4, size=count).astype("int32")
    inputs = np.empty((count, 20), "int32")
    for row, winner in zip(inputs, targets, strict=False):
        votes = [int(winner)] * 5 + [k for k in range(4) if k != winner for _ in range(rng.integers(0, 4))]
        row[:] = np.concatenate([votes, rng.integers(4, 12, 20 - len(votes))])
        rng.shuffle(row)
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
