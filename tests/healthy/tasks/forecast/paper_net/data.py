"""YOURS. What is learnt from: one long stationary series, a damped oscillation driven by noise with a fixed season."""

import numpy as np

SEASON = 12


def _series(rng, length):
    noise = rng.normal(0, 0.25, length + 200)
    x = np.zeros(length + 200)
    for t in range(2, len(x)):
        x[t] = 1.5 * x[t - 1] - 0.85 * x[t - 2] + noise[t]
    season = np.sin(2 * np.pi * np.arange(len(x)) / SEASON) + 0.5 * np.cos(4 * np.pi * np.arange(len(x)) / SEASON)
    return (0.6 * x + season)[200:].astype("float32")


def _windows(series, past, future, stride):
    starts = np.arange(0, len(series) - past - future + 1, stride)
    index = starts[:, None] + np.arange(past + future)
    return series[index]


def _in_time(length, past, future, stride, seed):
    """Windows of three stretches of the series, one after the other: no window reaches into the next stretch."""
    series = _series(np.random.default_rng(seed), length)
    first, second = int(0.7 * length), int(0.85 * length)
    mean, deviation = series[:first].mean(), series[:first].std()
    series = (series - mean) / deviation
    for name, stretch in (("train", series[:first]), ("validation", series[first:second]), ("test", series[second:])):
        yield name, _windows(stretch, past, future, stride)[..., None]


def load_next(length, past, stride, seed):
    """Inputs Float["b past 1"]; targets Float["b past 1"]: at each position the value that follows."""
    return {name: (w[:, :-1], w[:, 1:]) for name, w in _in_time(length, past, 1, stride, seed)}
