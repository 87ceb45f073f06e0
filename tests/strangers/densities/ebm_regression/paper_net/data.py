import numpy as np


def load_curve(train, validation, test, seed):
    """One number of another: two branches left of 0, a skewed one on the right."""
    rng = np.random.default_rng(seed)
    number = train + validation + test
    x = rng.uniform(-3, 3, number)
    branch = np.where(rng.uniform(size=number) < 0.3, -1.0, 1.0)
    left = np.sin(x) + branch * (0.4 - 0.3 * x) + 0.15 * rng.normal(size=number)
    right = np.exp(0.4 * rng.normal(size=number)) * (0.3 + 0.3 * x) - 1
    y = np.where(x < 0, left, right)
    x, y = x[:, None].astype("float32"), y.astype("float32")
    ends = {"train": slice(0, train), "validation": slice(train, train + validation), "test": slice(-test, None)}
    return {split: (x[rows], y[rows]) for split, rows in ends.items()}
