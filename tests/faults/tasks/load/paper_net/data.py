"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and `test`, each a
pair (inputs, targets) of arrays with one common first axis.
"""

import numpy as np


def load_demand(hours=4200, window=24, ahead=6, smooth=13, seed=1):
    """Electricity demand, hour by hour: the last `window` hours in, the demand `ahead` hours later out.

    The splits follow one another in time, and no window reaches from one into the next.

    Args:
        hours: length of the record.
        window: hours that the network sees.
        ahead: hours between the last one seen and the one asked for.
        smooth: hours of the moving average.

    Returns:
        The splits; inputs Float["b 24 5"]: demand, its moving average, temperature, sine and cosine of the hour;
        targets Float["b 1"]: the demand. Standardized by the training hours.
    """
    hour = np.arange(hours)
    demand, temperature = record(hour, np.random.default_rng(seed))
    average = moving_average(demand, smooth)
    angle = 2 * np.pi * hour / 24
    table = np.stack([demand, average, temperature, np.sin(angle), np.cos(angle)], axis=1)

    ends = [0, int(0.7 * hours), int(0.85 * hours), hours]
    table = (table - table[: ends[1]].mean(axis=0)) / table[: ends[1]].std(axis=0)
    table = table.astype("float32")
    names = ("train", "validation", "test")
    return {name: windows(table[a:b], window, ahead) for name, a, b in zip(names, ends, ends[1:], strict=False)}


def record(hour, rng):
    """Demand follows the hour, and the temperature of the hours before; what is left wanders."""
    front, wander, stored = 0.0, 0.0, 0.0
    temperature, rest = np.empty(len(hour)), np.empty(len(hour))
    for t in hour:
        front = 0.97 * front + rng.normal(0, 1.0)
        wander = 0.8 * wander + rng.normal(0, 2.0)
        temperature[t] = 8 + 5 * np.sin(2 * np.pi * (t - 9) / 24) + front
        stored += 0.15 * (temperature[t] - stored)  # a building warms slowly
        rest[t] = -2.5 * (stored - 8) + wander
    daily = 10 * np.sin(2 * np.pi * (hour - 7) / 24) + 6 * np.sin(4 * np.pi * (hour - 4) / 24)
    return 100 + daily + rest, temperature


def moving_average(series, length):
    """The mean of the last `length` values, or of as many as there are."""
    total = np.cumsum(np.insert(series, 0, 0.0))
    last = np.arange(1, len(series) + 1)
    first = np.maximum(last - length, 0)
    return (total[last] - total[first]) / (last - first)


def windows(table, window, ahead):
    starts = np.arange(len(table) - window - ahead + 1)
    inputs = np.stack([table[start : start + window] for start in starts])  # (b, 24, 5)
    targets = np.stack([table[start + window + ahead - 1, :1] for start in starts])  # (b, 1)
    return inputs, targets
