import numpy as np


def load_mine(train, held_out, intervals, seed):
    """Time to the first of two competing events, right-censored, in intervals.

    Returns:
        The splits, each (covariates (n, 8), (interval, event) (n, 2)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    x = draw.normal(size=(n, 8)).astype("float32")
    risks = [1.2 * x[:, 0] + 0.8 * x[:, 1] ** 2 - 0.8, 1.2 * np.abs(x[:, 2]) - x[:, 3] - 0.8]
    times = [9 * (draw.exponential(size=n) / np.exp(risk)) ** (1 / 1.4) for risk in risks]
    leaves = draw.uniform(1, 1.5 * intervals, n)  # the follow-up's end
    ends = np.stack([np.minimum(leaves, intervals - 1e-3), *times])  # (3, n)
    target = np.stack([np.floor(ends.min(axis=0)), ends.argmin(axis=0)], axis=-1).astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (x[rows], target[rows]) for split, rows in cuts.items()}
