import numpy as np


def load_mine(seed, days, window):
    """Days of four assets whose returns go on a little as they went: windows of past returns, and the day after each."""
    rng = np.random.default_rng(seed)
    trend = np.zeros((days, 4))
    for t in range(1, days):
        trend[t] = 0.95 * trend[t - 1] + 0.12 * rng.normal(size=4)
    returns = trend + rng.normal(size=(days, 4))  # in % of a day
    past, following = windows(returns, window)
    cuts = [int(0.6 * len(past)), int(0.75 * len(past))]
    names = ("train", "validation", "test")
    pairs = zip(np.split(past.astype("float32"), cuts), np.split(following.astype("float32"), cuts), strict=False)
    return dict(zip(names, pairs, strict=False))


def windows(returns, window):
    """The `window` returns before a day, and that day's."""
    past = np.stack([returns[i : i + window] for i in range(len(returns) - window)])  # (n, window, a)
    return past, returns[window:]
