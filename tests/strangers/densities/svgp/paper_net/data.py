"""Regression on a plane."""

import numpy as np


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    x = rng.uniform(-2, 2, (n, 2)).astype("float32")
    y = np.sin(2.5 * x[:, 0]) * np.cos(1.5 * x[:, 1]) + 0.3 * x[:, 1] + 0.2 * rng.normal(size=n)
    y = y[:, None].astype("float32")
    return {
        "train": (x[:train], y[:train]),
        "validation": (x[train:-held_out], y[train:-held_out]),
        "test": (x[-held_out:], y[-held_out:]),
    }
