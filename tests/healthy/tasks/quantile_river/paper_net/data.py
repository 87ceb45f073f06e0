"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_river(days=6000, window=60, ahead=7, seed=6):
    """A river's level: sixty days of rain and level in, the level of the next seven days out.

    The splits follow one another in time. Floods make the levels skewed; they are logarithms here.

    Returns:
        The splits; inputs Float["b 60 2"], standardized by the training days; targets Float["b 7"].
    """
    rng = np.random.default_rng(seed)
    wet, soil, level = False, 0.0, np.empty(days)
    rain = np.empty(days)
    for day in range(days):
        wet = rng.random() < (0.7 if wet else 0.15 + 0.1 * np.cos(2 * np.pi * day / 365))
        rain[day] = rng.gamma(0.8, 8) if wet else 0.0
        soil = 0.93 * soil + rain[day] * (1 + 0.02 * soil)
        soil = min(soil, 400.0)
        level[day] = np.log(3 + soil) + rng.normal(0, 0.05)
    table = np.stack([np.log1p(rain), level], axis=1)
    ends = [0, int(0.7 * days), int(0.85 * days), days]
    table = ((table - table[: ends[1]].mean(axis=0)) / table[: ends[1]].std(axis=0)).astype("float32")
    splits = {}
    for name, a, b in zip(("train", "validation", "test"), ends, ends[1:], strict=False):
        starts = np.arange(a, b - window - ahead + 1)
        inputs = table[starts[:, None] + np.arange(window)]
        targets = table[starts[:, None] + window + np.arange(ahead), 1]
        splits[name] = inputs, targets
    return splits
