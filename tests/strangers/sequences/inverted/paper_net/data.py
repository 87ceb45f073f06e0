import numpy as np


def load_mine(length, lookback, horizon, seed):
    """A plant's eight sensors, hourly: three slow drivers, which each sensor follows with a delay of its own, and noise.

    Args:
        length: hours in all, cut in time: 70 % to train, 15 % to validate, 15 % to test.
        lookback: hours that are given.
        horizon: hours after them that are asked.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    time = np.arange(length + 24)
    drivers = np.zeros((length + 24, 3))
    for k, period in enumerate((19, 24, 37)):
        shock = rng.normal(size=length + 24)
        a, b = 2 * 0.97 * np.cos(2 * np.pi / period), -(0.97**2)
        for t in range(2, length + 24):
            drivers[t, k] = a * drivers[t - 1, k] + b * drivers[t - 2, k] + shock[t]
    drivers /= drivers.std(axis=0)
    series = np.empty((length, 8))
    for sensor in range(8):
        driver, delay = sensor % 3, 4 * (sensor // 3) + sensor % 2
        level = 3 * sensor + 0.5 * np.sin(2 * np.pi * time[:length] / 1000)
        series[:, sensor] = level + drivers[24 - delay : 24 - delay + length, driver] + 0.2 * rng.normal(size=length)
    ends = [0, int(0.7 * length), int(0.85 * length), length]
    mean, std = series[: ends[1]].mean(axis=0), series[: ends[1]].std(axis=0)
    series = ((series - mean) / std).astype("float32")
    splits = {}
    for name, start, stop, stride in zip(("train", "validation", "test"), ends, ends[1:], (1, 2, 2), strict=False):
        starts = np.arange(start, stop - lookback - horizon + 1, stride)
        given = np.stack([series[s : s + lookback] for s in starts])  # (n, lookback, 8)
        asked = np.stack([series[s + lookback : s + lookback + horizon] for s in starts])  # (n, horizon, 8)
        splits[name] = (given, asked)
    return splits
