"""A pre-additive noise model: y = g(x + noise)."""

import numpy as np


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    x = rng.uniform(-2, 2, (n, 3))
    score = x[:, 0] + 0.5 * x[:, 1] * (x[:, 2] > 0) + 0.5 * rng.normal(size=n)
    y = np.where(score > 0, score**2, 0.3 * score) + 0.1 * rng.normal(size=n)
    y = (y - y[:train].mean()) / y[:train].std()
    x, y = x.astype("float32"), y[:, None].astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (x[cut], y[cut]) for split, cut in cuts.items()}
