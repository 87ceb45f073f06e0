import numpy as np


def load_mine(depths, measured, seed):
    """Six years of a lake that is layered in summer and mixed in winter.

    Args:
        depths: from the surface to 22 m.
        measured: share of the training's temperatures that are known.
        seed: of everything drawn.
    """
    rng = np.random.default_rng(seed)
    day = np.arange(6 * 365)
    season = 2 * np.pi * (day - 30) / 365
    weather = np.convolve(rng.normal(0, 3.0, day.size + 9), np.ones(10) / np.sqrt(10), "valid")
    air = 11 - 13 * np.cos(season) + weather
    sun = 150 - 110 * np.cos(season + 0.5) + rng.normal(0, 25, day.size)
    wind = rng.gamma(4, 1, day.size)
    surface = np.maximum(10.5 - 11 * np.cos(season - 0.4) + 0.5 * weather, 4.0)  # water lags behind
    depth = np.linspace(0, 22, depths)
    thermocline = 7 + 2.5 * np.cos(season - 0.3) + 0.5 * (wind - 4)
    layer = 1 / (1 + np.exp((depth - thermocline[:, None]) / 1.5))
    bottom = 4.0 + 0.15 * (surface - 4)
    degrees = bottom[:, None] + (surface - bottom)[:, None] * layer + rng.normal(0, 0.4, (day.size, depths))

    by_day = np.stack([np.sin(season), np.cos(season), air, sun, wind], axis=1)
    past = day < 4 * 365
    by_day = (by_day - by_day[past].mean(axis=0)) / by_day[past].std(axis=0)
    inputs = np.concatenate(
        [np.broadcast_to(depth[:, None] / 11 - 1, (day.size, depths, 1)), np.repeat(by_day[:, None], depths, axis=1)],
        axis=2,
    ).astype("float32")
    known = (rng.random(degrees.shape) < measured) | ~past[:, None]
    targets = np.stack([known * degrees, known], axis=2).astype("float32")
    year = day // 365
    return {
        split: (inputs[rows], targets[rows])
        for split, rows in {"train": year < 4, "validation": year == 4, "test": year == 5}.items()
    }
