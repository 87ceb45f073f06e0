"""YOURS. What is learnt from: hourly loads of sixteen stations, made here.

Contract: as the template's: splits of (inputs, targets), float32.
"""

import numpy as np

DAY = 24
DAYS = 60
WARM_UP = DAY  # hours before the first window: the trailing mean needs some
# A forecast is for a station that was not seen, at a time that had not come yet: both are held out.
SPLITS = {
    "train": (range(0, 10), range(WARM_UP, 36 * DAY)),
    "validation": (range(10, 13), range(36 * DAY, 48 * DAY)),
    "test": (range(13, 16), range(48 * DAY, 60 * DAY)),
}


def load_stations(past, horizon, stride):
    """Windows of the last `past` hours, and the `horizon` hours after them.

    Args:
        past: hours that a forecast looks back on.
        horizon: hours that it looks ahead.
        stride: hours between the beginnings of two windows.

    Returns:
        The splits; inputs Float["b past 4"]: load, its mean over six hours, sine and cosine of the hour;
        targets Float["b horizon"]. Loads are standardized by the training stations' in the training hours.
    """
    loads = stations(16, DAYS * DAY)  # (stations, hours)
    members, hours = SPLITS["train"]
    seen = loads[members.start : members.stop, hours.start : hours.stop]
    loads = (loads - seen.mean()) / seen.std()
    return {split: windows(loads, members, hours, past, horizon, stride) for split, (members, hours) in SPLITS.items()}


def stations(count, hours):
    """Level, trend, a daily course with a station's own strength, and noise: slow, and quick where the sun is up."""
    random = np.random.default_rng(11)
    t = np.arange(hours)
    sun = np.clip(np.sin(2 * np.pi * (t - 6) / DAY), 0, None)
    level, slope = random.normal(20, 6, (count, 1)), random.normal(0, 2, (count, 1))
    strength, late = random.uniform(3, 6, (count, 1)), random.uniform(-1, 1, (count, 1))
    course = strength * (np.sin(2 * np.pi * (t - 9 - late) / DAY) + 0.4 * np.sin(4 * np.pi * (t - late) / DAY))
    slow = np.zeros((count, hours))
    for hour in range(1, hours):
        slow[:, hour] = 0.9 * slow[:, hour - 1] + random.normal(0, 0.4, count)
    quick = random.normal(0, 1, (count, hours)) * (0.2 + 1.2 * sun)
    return level + slope * t / hours + course + slow + quick


def windows(loads, members, hours, past, horizon, stride):
    t = np.arange(loads.shape[1])
    clock = [np.sin(2 * np.pi * t / DAY), np.cos(2 * np.pi * t / DAY)]
    inputs, targets = [], []
    for station in members:
        load = loads[station]
        smooth = trailing_mean(load, 6)
        features = np.stack([load, smooth, *clock])  # (4, hours)
        for start in range(hours.start, hours.stop - past - horizon + 1, stride):
            now = start + past
            inputs.append(features[:, start:now])
            targets.append(load[now : now + horizon])
    inputs = np.stack(inputs)  # (n, 4, past)
    inputs = inputs.transpose(0, 2, 1)  # (n, past, 4)
    return inputs.astype("float32"), np.stack(targets).astype("float32")


def trailing_mean(load, width):
    """The mean of an hour and the width - 1 before it."""
    return np.convolve(load, np.ones(width) / width, mode="full")[: len(load)]
