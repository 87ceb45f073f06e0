import numpy as np


def load_mine(lookback, horizon, seed):
    """Windows of each meter; those of validation and test begin after the last hour that training has seen."""
    rng = np.random.default_rng(seed)
    hours, meters = 24 * 150, 8
    t = np.arange(hours)[:, None]
    phase, sharp = rng.uniform(0, 24, meters), rng.uniform(0.5, 2, meters)
    drift = np.cumsum(rng.normal(0, 0.012, (hours, meters)), axis=0)  # of when the peak comes, in radians
    day = np.exp(sharp * np.cos(2 * np.pi * (t - phase) / 24 + drift)) / np.exp(sharp)
    week = 1 - 0.25 * (t // 24 % 7 >= 5)
    level = np.cumsum(rng.normal(0, 0.01, (hours, meters)), axis=0)
    series = 2 * day * week + level + rng.normal(0, 0.15, (hours, meters))
    borders = {"train": (0, 0.7), "validation": (0.7, 0.85), "test": (0.85, 1)}
    past = series[: int(0.7 * hours)]
    series = ((series - past.mean(axis=0)) / past.std(axis=0)).astype("float32")
    splits = {}
    for split, (begin, end) in borders.items():
        part = series[int(begin * hours) : int(end * hours)]
        windows = np.lib.stride_tricks.sliding_window_view(part, lookback + horizon, axis=0)[::3]  # (n, meters, hours)
        windows = windows.reshape(-1, lookback + horizon)
        splits[split] = windows[:, :lookback], windows[:, lookback:]
    return splits
