"""YOURS. What is learnt from: a chequered board."""

import numpy as np


def load_board(train, validation, test, fields, seed):
    """Inputs Float["b 2"] in -1.7 … 1.7; targets Int["b"], 0 on white, 1 on black."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-1, 1, (train + validation + test, 2))
    targets = np.floor((points + 1) / 2 * fields).sum(axis=1).astype("int32") % 2
    inputs = (points * 3**0.5).astype("float32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
