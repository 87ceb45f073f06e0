import numpy as np


def load_mine(seed):
    """Six features of each applicant, two of which go with the group; targets are (paid back, group)."""
    rng = np.random.default_rng(seed)
    rows = 7000
    group = (rng.random(rows) < 0.35).astype("float32")
    x = rng.normal(size=(rows, 6))
    x[:, 0] += 1.2 * group  # such as the quarter where somebody lives
    x[:, 1] -= 0.8 * group
    score = 0.9 * x[:, 0] - 0.7 * x[:, 1] + 0.9 * x[:, 2] + 0.8 * np.tanh(x[:, 3] * x[:, 4]) - 0.6
    paid = (rng.random(rows) < 1 / (1 + np.exp(-1.5 * score))).astype("float32")
    x = ((x - x[:4000].mean(0)) / x[:4000].std(0)).astype("float32")
    y = np.stack([paid, group], axis=1)
    cuts = {"train": slice(0, 4000), "validation": slice(4000, 5500), "test": slice(5500, 7000)}
    return {split: (x[rows], y[rows]) for split, rows in cuts.items()}
