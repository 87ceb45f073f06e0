import numpy as np


def load_mine(series, months, lookback, horizon, seed):
    """Simulated monthly sales; of each series the last months are for the test, those before for validation."""
    rng = np.random.default_rng(seed)
    splits = {"train": [], "validation": [], "test": []}
    for values in drawn(rng, series, months):
        for start in range(0, months - 2 * horizon - lookback - horizon + 1, 3):
            splits["train"].append(values[start:][: lookback + horizon])
        splits["validation"].append(values[-horizon - lookback - horizon : -horizon])
        splits["test"].append(values[-lookback - horizon :])
    return {split: of_windows(np.array(windows), lookback) for split, windows in splits.items()}


def drawn(rng, series, months):
    """Positive series (n, t): a level that wanders, with a trend and a yearly course of its own, and noise."""
    time = np.arange(months)
    trend = rng.normal(0, 0.004, (series, 1)) * time
    wander = rng.normal(0, 0.03, (series, months)).cumsum(axis=1)
    phase, size = rng.uniform(0, 2 * np.pi, (series, 1)), rng.uniform(0.1, 0.35, (series, 1))
    year = size * np.sin(2 * np.pi * time / 12 + phase) + size / 3 * np.sin(4 * np.pi * time / 12 + 2 * phase)
    level = rng.uniform(3, 7, (series, 1))
    return np.exp(level + trend + wander + year + rng.normal(0, 0.03, (series, months)))


def of_windows(windows, lookback):
    """What is known, and what is to be foretold, both as shares of the window's level."""
    shares = windows / level(windows, lookback)
    return shares[:, :lookback].astype("float32"), shares[:, lookback:].astype("float32")


def level(windows, lookback):
    """The mean of what is known of each window, (n, 1)."""
    return windows[:, :lookback].mean(axis=1, keepdims=True)
