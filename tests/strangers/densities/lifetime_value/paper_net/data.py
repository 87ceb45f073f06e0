import numpy as np


def load_mine(customers, seed):
    """What customers spend in the year after their first order, in hundreds; more than half of them nothing."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(customers, 6))
    returns = 1 / (1 + np.exp(0.5 - 1.5 * x[:, 0] - x[:, 1] * x[:, 2]))
    middle = 0.5 + 0.8 * np.sin(1.5 * x[:, 3]) + 0.6 * x[:, 0]
    width = 0.25 + 0.5 / (1 + np.exp(-2 * x[:, 4]))
    spent = np.where(rng.uniform(size=customers) < returns, np.exp(middle + width * rng.normal(size=customers)), 0.0)
    x, spent = x.astype("float32"), spent.astype("float32")
    a, b = int(0.7 * customers), int(0.85 * customers)
    return {"train": (x[:a], spent[:a]), "validation": (x[a:b], spent[a:b]), "test": (x[b:], spent[b:])}
