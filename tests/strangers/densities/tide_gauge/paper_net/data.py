"""A tide gauge and its weather."""

import numpy as np


def load_mine(hours, window, ahead, seed):
    """Windows of the past, in the order of time; the last fifths are for validation and test."""
    rng = np.random.default_rng(seed)
    pressure, wind, surge = np.zeros(hours), np.zeros(hours), np.zeros(hours)
    for t in range(12, hours):
        pressure[t] = 1.8 * pressure[t - 1] - 0.82 * pressure[t - 2] + 0.1 * rng.normal()
        wind[t] = 0.95 * wind[t - 1] - 0.3 * (pressure[t - 1] - pressure[t - 4]) + 0.2 * rng.normal()
        set_up = 0.25 * wind[t - 8] + 0.02 * np.abs(wind[t - 10]) * wind[t - 10]
        surge[t] = 0.8 * surge[t - 1] + set_up - 0.1 * pressure[t - 8]
    river = np.zeros(hours)  # what comes down the estuary: no weather of the coast tells it
    for t in range(1, hours):
        river[t] = 0.99 * river[t - 1] + 0.14 * rng.normal()
    surge = surge + surge.std() * (river + 0.05 * rng.standard_t(3, hours))
    series = np.stack([surge, pressure, wind], axis=1)
    end = hours * 3 // 5
    series = ((series - series[:end].mean(axis=0)) / series[:end].std(axis=0)).astype("float32")

    def windows(begin, stop):
        past = np.lib.stride_tricks.sliding_window_view(series[begin : stop - ahead], window, axis=0)
        return np.ascontiguousarray(past.transpose(0, 2, 1)), series[begin + window - 1 + ahead : stop, :1]

    middle = hours * 4 // 5
    return {"train": windows(0, end), "validation": windows(end, middle), "test": windows(middle, hours)}
