"""YOURS. What is learnt from: sounding signals of three kinds, of which some bear a wrong label."""

import numpy as np


def load_chirps(train, validation, test, wrong, seed):
    """Rising, falling and steady tones of 48 values.

    A share `wrong` of the training labels is drawn anew; validation and test are clean.

    Returns:
        The splits; inputs Float["b 48 1"], mean 0, variance 1; targets Int["b"] in 0 … 2.
    """
    rng = np.random.default_rng(seed)
    count = train + validation + test
    kinds = rng.integers(3, size=count)
    t = np.linspace(0, 1, 48)[None]
    slope = np.array([5.0, -5.0, 0.0])[kinds][:, None]
    start = np.where(kinds == 1, 9.0, np.where(kinds == 0, 4.0, 6.5))[:, None] + rng.uniform(-1, 1, (count, 1))
    phase = rng.uniform(0, 2 * np.pi, (count, 1))
    signal = np.sin(phase + 2 * np.pi * (start * t + slope * t**2 / 2)) + rng.normal(0, 0.5, (count, 48))
    inputs = (signal / 0.87).astype("float32")[..., None]
    targets = kinds.astype("int32")
    redrawn = rng.random(train) < wrong
    targets[:train][redrawn] = rng.integers(3, size=redrawn.sum())
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
