"""Points to estimate the density of."""

import numpy as np
from sklearn.datasets import make_moons


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    moons, _ = make_moons(n, noise=0.08, random_state=seed)
    a, b = moons.T
    c = np.sin(3 * a) + 0.15 * rng.normal(size=n)
    d = a * b + 0.1 * (1 + np.abs(b)) * rng.normal(size=n)
    e = c**2 - d + 0.3 * rng.normal(size=n)
    x = np.stack([e, d, a, c, b], axis=1)
    x = x[rng.permutation(n)]
    mean, std = x[:train].mean(axis=0), x[:train].std(axis=0)
    x = ((x - mean) / std).astype("float32")
    bounds = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, n)}
    return {split: (x[low:high], None) for split, (low, high) in bounds.items()}
