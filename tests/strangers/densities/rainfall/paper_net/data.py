"""Daily weather; the last years are for validation and test."""

import numpy as np


def load_mine(years, seed):
    rng = np.random.default_rng(seed)
    n = 365 * years
    day = np.arange(n)
    month = (day % 365 * 12 // 365).astype("int32")
    weather = np.zeros((n, 6))
    for t in range(1, n):
        weather[t] = 0.7 * weather[t - 1] + rng.normal(size=6)
    season = np.cos(2 * np.pi * (day % 365) / 365)
    chance = 1.6 * weather[:, 0] - weather[:, 1] * weather[:, 2] * 0.6 + 1.2 * season - 0.6
    wet = rng.random(n) < 1 / (1 + np.exp(-1.5 * chance))
    location = 1.0 + 0.5 * weather[:, 3] + 0.4 * np.maximum(chance, 0) - 0.5 * season
    amount = np.where(wet, np.exp(location + 0.4 * rng.normal(size=n)), 0.0)
    train = slice(0, 365 * (years - 3))
    weather = (weather - weather[train].mean(axis=0)) / weather[train].std(axis=0)
    cuts = {"train": train, "validation": slice(train.stop, n - 365), "test": slice(n - 365, n)}
    return {
        split: (
            {"weather": weather[cut].astype("float32"), "month": month[cut]},
            {"wet": wet[cut, None].astype("int32"), "amount": amount[cut, None].astype("float32")},
        )
        for split, cut in cuts.items()
    }
