"""Sales of shops, drawn."""

import numpy as np

HISTORY, HORIZON, DAYS = 56, 7, 300


def load_mine(shops, windows, seed):
    """Sales have a level of the shop's own, a week of its own, more on days of discount, and a skewed noise.

    Returns:
        The splits, and the shop of each sample.
    """
    rng = np.random.default_rng(seed)
    splits, groups, number = {}, {}, 0
    for name, count in zip(["train", "validation", "test"], shops, strict=False):
        histories, futures = [], []
        for _ in range(count):
            level, week = (
                np.exp(rng.normal(1, 0.8)),
                1 + 0.6 * np.sin(2 * np.pi * (np.arange(DAYS) + rng.integers(7)) / 7),
            )
            walk = np.exp(np.cumsum(rng.normal(0, 0.01, DAYS)))
            discount = (rng.random(DAYS) < 0.1).astype("float32")
            sold = level * week * walk * (1 + 0.8 * discount) * rng.gamma(4, 1 / 4, DAYS)
            for start in rng.choice(DAYS - HISTORY - HORIZON, windows, replace=False):
                now = start + HISTORY
                histories.append(np.stack([sold[start:now], discount[start:now]], axis=1))
                futures.append(sold[now : now + HORIZON])
        splits[name] = np.stack(histories).astype("float32"), np.stack(futures).astype("float32")
        groups[name] = np.repeat(np.arange(number, number + count), windows)
        number += count
    return {**splits, "groups": groups}
