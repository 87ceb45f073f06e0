"""YOURS. What is learnt from: two spirals."""

import numpy as np


def load_spirals(train, validation, test, turns, noise, seed):
    """Inputs Float["b 2"], standardized by what a spiral is; targets Int["b"], 0 or 1."""
    rng = np.random.default_rng(seed)
    count = train + validation + test
    targets = rng.integers(2, size=count).astype("int32")
    radius = np.sqrt(rng.uniform(0.03, 1, count))
    angle = 2 * np.pi * turns * radius + np.pi * targets
    points = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    inputs = ((points + rng.normal(0, noise, points.shape)) * 2).astype("float32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
