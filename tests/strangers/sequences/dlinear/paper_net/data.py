import numpy as np


def load_mine(hours, lookback, horizon, kernel, seed):
    """Windows of an hourly load of three transformers, 60 % of the time, then 20 % to validate, then 20 % to test.

    Args:
        hours: of the whole series.
        lookback, horizon: hours read and foretold.
        kernel: hours of the moving average that is the trend.
        seed: of the drawing.
    """
    series = transformers(hours, np.random.default_rng(seed))  # (hours, 3)
    first, second = int(0.6 * hours), int(0.8 * hours)
    series = (series - series[:first].mean(0)) / series[:first].std(0)

    def moving_average(x):  # along the last axis, its ends repeated, as in the authors' code
        edge = [(0, 0)] * (x.ndim - 1) + [(kernel // 2, kernel // 2)]
        x = np.pad(x, edge, mode="edge")
        return np.lib.stride_tricks.sliding_window_view(x, kernel, axis=-1).mean(-1)

    def split(begin, end):
        part = np.lib.stride_tricks.sliding_window_view(series[begin:end], lookback + horizon, axis=0)  # (n, c, t + h)
        past, future = part[..., :lookback], part[..., lookback:]
        trend = moving_average(past)
        inputs = {"trend": trend, "rest": past - trend}
        inputs = {name: x.swapaxes(1, 2).astype("float32") for name, x in inputs.items()}
        return inputs, future.swapaxes(1, 2).astype("float32")

    return {
        "train": split(0, first),
        "validation": split(first, second),
        "test": split(second, hours),
    }


def transformers(hours, rng):
    """A day, a week, a slow drift of each, and weather that lasts for a day or two."""
    t = np.arange(hours)[:, None]
    phase, drift = rng.uniform(0, 2 * np.pi, (2, 3)), np.zeros((hours, 3))
    shocks = rng.normal(size=(hours, 3)) + 0.7 * rng.normal(size=(hours, 1))
    for i in range(1, hours):
        drift[i] = 0.97 * drift[i - 1] + 0.25 * shocks[i]
    day = 1.2 * np.sin(2 * np.pi * t / 24 + phase[0]) + 0.4 * np.sin(4 * np.pi * t / 24 + phase[1])
    week = 0.4 * np.sin(2 * np.pi * t / 168)
    return day + week + drift + 0.2 * rng.normal(size=(hours, 3))
