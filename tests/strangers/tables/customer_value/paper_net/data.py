import numpy as np


def load_mine(customers, seed):
    """What new customers look like, and what they will spend in a year: mostly nothing, at times a lot.

    Args:
        customers: of all splits.
        seed: of what is drawn.

    Returns:
        The splits, each ({"first": (n, 6), "channel": (n)}, (n, 1)), standardized by the training split.
    """
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(customers, 6))
    x[:, 0] = np.exp(0.7 * x[:, 0]) * 20  # of the first purchase
    channel = draw.integers(0, 5, customers)
    back = -0.6 + 1.2 * x[:, 1] - 0.8 * x[:, 2] + np.array([0.8, 0, -0.8, 0.3, -0.3])[channel]
    mu = 1 + 0.8 * np.log(x[:, 0]) + 0.5 * np.tanh(x[:, 3] * x[:, 1]) + np.array([0, 0.4, 0, -0.4, 0])[channel]
    sigma = 0.4 + 0.4 / (1 + np.exp(-x[:, 4]))
    spent = (draw.logistic(size=customers) < back) * np.exp(mu + sigma * draw.normal(size=customers))
    x[:, 0] = np.log(x[:, 0])
    one, two = int(0.6 * customers), int(0.8 * customers)
    x = (x - x[:one].mean(axis=0)) / x[:one].std(axis=0)
    splits = {"train": slice(one), "validation": slice(one, two), "test": slice(two, None)}
    return {
        name: (
            {"first": x[rows].astype("float32"), "channel": channel[rows].astype("int32")},
            spent[rows, None].astype("float32"),
        )
        for name, rows in splits.items()
    }
