"""YOURS. What is learnt from: a series that drifts, cut by time."""

import numpy as np


def load_drifting(steps, window, horizon, validation, test):
    """Windows of one long series with a season and a level that wanders off; the past trains, the future is held out.

    Windows are cut within a split only, so no value is on both sides. The scale is that of the training part; later
    parts lie beyond its range.

    Args:
        steps: length of the series.
        window: values seen.
        horizon: values to be forecast, those right behind the window.
        validation: share of the series held out, before the test's.
        test: share of the series held out, the last.

    Returns:
        The splits; inputs Float["b window 1"]; targets Float["b horizon"].
    """
    series = drifting(steps, np.random.default_rng(1999))
    train_end, validation_end = int((1 - validation - test) * steps), int((1 - test) * steps)
    mean, deviation = series[:train_end].mean(), series[:train_end].std()
    series = ((series - mean) / deviation).astype("float32")
    return {
        "train": windows(series[:train_end], window, horizon),
        "validation": windows(series[train_end:validation_end], window, horizon),
        "test": windows(series[validation_end:], window, horizon),
    }


def drifting(steps, generator):
    """A steady rise, a slow walk, two seasons of which one grows, and noise with a rare jolt."""
    t = np.arange(steps)
    walk = np.cumsum(generator.normal(scale=0.02, size=steps))
    seasons = (1 + t / steps) * np.sin(2 * np.pi * t / 24) + 0.5 * np.cos(2 * np.pi * t / 7)
    noise = 0.1 * generator.normal(size=steps) + (generator.random(steps) < 0.01) * generator.normal(size=steps)
    return 3 * t / steps + walk + seasons + noise


def windows(series, window, horizon):
    cut = np.lib.stride_tricks.sliding_window_view(series, window + horizon)
    return cut[:, :window, None].copy(), cut[:, window:].copy()
