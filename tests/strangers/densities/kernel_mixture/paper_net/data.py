import numpy as np


def load_mine(train, held_out, seed):
    """Where a ball that went behind one of two curtains comes out again: one of two places, by speed and spin.

    Args:
        train: throws to learn from.
        held_out: throws of the validation, and as many of the test.
        seed: not the run's, each of which learns from the same.

    Returns:
        The splits; speed and spin (n, 2) in -1 … 1, places (n, 1) in about -2 … 2.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (train + 2 * held_out, 2))
    left = rng.random(len(x)) < 1 / (1 + np.exp(-3 * x[:, 1]))
    place = np.where(left, -0.9 + 0.7 * np.sin(3 * x[:, 0]), 0.9 + 0.6 * x[:, 0])
    place += np.where(left, 0.1, 0.25) * rng.normal(size=len(x))
    x, y = x.astype("float32"), place[:, None].astype("float32")
    first, second = train, train + held_out
    parts = {"train": slice(first), "validation": slice(first, second), "test": slice(second, None)}
    return {name: (x[at], y[at]) for name, at in parts.items()}
