"""YOURS. What is learnt from: toy catchments with snow, a fast and a slow store, and evaporation."""

import numpy as np


def load_mine(basins, windows, days, seed):
    """Stores that begin empty, `days` long; a third of the basins is held out.

    Args:
        basins: each with rates of its own.
        windows: of each basin.
        days: of a window.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    count = basins * windows
    basin = np.repeat(np.arange(basins), windows)
    quick = rng.uniform(0.35, 0.45, basins)[basin]
    slow = rng.uniform(0.06, 0.1, basins)[basin]
    season = rng.uniform(0, 2 * np.pi, count)
    day = np.arange(days) / 365 * 2 * np.pi
    warmth = 6 + 9 * np.sin(season[:, None] + day) + 2 * rng.normal(size=(count, days))
    light = 0.5 + 0.4 * np.sin(season[:, None] + day + 0.3) + 0.05 * rng.normal(size=(count, days))
    rain = rng.gamma(0.7, 6.0, (count, days)) * (rng.random((count, days)) < 0.5) / 5
    snow, fast, deep = np.zeros((3, count))
    discharge = np.empty((count, days))
    for t in range(days):
        cold = warmth[:, t] < 0
        snow = snow + np.where(cold, rain[:, t], 0)
        melt = np.where(cold, 0, np.minimum(snow, 0.15 * snow * np.maximum(warmth[:, t], 0) / 4))
        snow = snow - melt
        wet = melt + np.where(cold, 0, rain[:, t])
        fast, deep = fast + 0.6 * wet, deep + 0.4 * wet
        evaporated = deep * 0.08 * np.clip(light[:, t], 0, 1)
        q, s = quick * fast, slow * deep
        fast, deep = fast - q, deep - s - evaporated
        discharge[:, t] = q + s
    discharge *= np.exp(0.03 * rng.normal(size=discharge.shape))
    weather = np.stack([warmth / 10, light], axis=-1)

    def part(start, stop):
        rows = (basin >= start * basins) & (basin < stop * basins)
        inputs = {"rain": rain[rows, :, None].astype("float32"), "weather": weather[rows].astype("float32")}
        return (inputs, discharge[rows].astype("float32")), basin[rows]

    parts = {"train": part(0, 0.66), "validation": part(0.66, 0.83), "test": part(0.83, 1)}
    return {name: pair for name, (pair, _) in parts.items()} | {"groups": {n: g for n, (_, g) in parts.items()}}
