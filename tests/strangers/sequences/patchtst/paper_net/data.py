import numpy as np


def load_mine(hours, past, horizon, stride, seed):
    """Windows of four series and what follows them; standardized by the first 70 % of the hours, which are learnt from.

    Args:
        hours: of the whole recording.
        past: hours that are read.
        horizon: hours that are forecast.
        stride: hours between the starts of two windows of training.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    t = np.arange(hours)
    series = []
    for channel in range(4):
        amplitude = 1 + 0.3 * np.sin(2 * np.pi * t / rng.uniform(500, 900) + rng.uniform(0, 6))
        daily = np.sin(2 * np.pi * t / 24 + rng.uniform(0, 6)) + 0.5 * np.sin(4 * np.pi * t / 24 + rng.uniform(0, 6))
        level = np.cumsum(0.04 * rng.standard_normal(hours))
        x = amplitude * daily + level + 0.25 * rng.standard_normal(hours)
        series.append((1 + 2 * channel) * x + 10 * channel)
    x = np.stack(series, axis=-1)  # (hours, 4)
    ends = int(0.7 * hours), int(0.85 * hours), hours
    x = (x - x[: ends[0]].mean(axis=0)) / x[: ends[0]].std(axis=0)

    def windows(begin, end, step):
        starts = np.arange(begin, end - past - horizon + 1, step)
        inputs = np.stack([x[s : s + past] for s in starts])
        targets = np.stack([x[s + past : s + past + horizon] for s in starts])
        return inputs.astype("float32"), targets.astype("float32")

    return {
        "train": windows(0, ends[0], stride),
        "validation": windows(ends[0], ends[1], stride),
        "test": windows(ends[1], ends[2], stride),
    }
