import numpy as np


def next_day(path):
    """Of one stock's days: the days that are read, and for each of them the day after."""
    return path[..., :-1], path[..., 1:]


def load_mine(seed, days, train, held_out):
    """Daily returns (1 % is 0.01) of many stocks, each a GARCH(1, 1) path of its own with Student's t(6) shocks."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, stocks in {"train": train, "validation": held_out, "test": held_out}.items():
        variance = np.full(stocks, 1e-4)
        path = []
        for _ in range(100 + days + 1):  # the first 100 to forget where it began
            shock = rng.standard_t(6, stocks) * np.sqrt(4 / 6)
            path.append(np.sqrt(variance) * shock)
            variance = 4e-6 + 0.14 * path[-1] ** 2 + 0.82 * variance
        read, following = next_day(np.stack(path[100:], axis=1).astype("float32"))
        splits[split] = read[..., None], following
    return splits
