"""Windows of one long series, cut when they are asked for."""

import numpy as np


class Windows:
    """source[i]: the i-th window's history (history, 3) and what follows it (horizon, 3)."""

    def __init__(self, series, history, horizon):
        self.series, self.history, self.horizon = series, history, horizon

    def __len__(self):
        return len(self.series) - self.history - self.horizon + 1

    def __getitem__(self, i):
        now = int(i) + self.history
        return self.series[now - self.history : now], self.series[now : now + self.horizon]


def load_mine(history, horizon, steps, seed):
    """Three channels with a season of 12 and a level that wanders and rises; 60, 20 and 20 % of the time.

    Standardized by the mean and deviation of the training stretch; the stretches do not overlap.
    """
    rng = np.random.default_rng(seed)
    t = np.arange(steps)[:, None]
    phase, amplitude = rng.uniform(0, 2 * np.pi, 3), np.array([1.0, 1.5, 0.7])
    level = np.cumsum(rng.normal(0.003, 0.12, (steps, 3)), axis=0)
    season = amplitude * np.sin(2 * np.pi * t / 12 + phase) * (1 + 0.5 * t / steps)
    series = level + season + rng.normal(0, 0.2, (steps, 3))
    ends = [int(0.6 * steps), int(0.8 * steps)]
    mean, std = series[: ends[0]].mean(axis=0), series[: ends[0]].std(axis=0)
    parts = np.split(((series - mean) / std).astype("float32"), ends)
    return {
        name: Windows(part, history, horizon)
        for name, part in zip(["train", "validation", "test"], parts, strict=False)
    }
