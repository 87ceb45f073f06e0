"""YOURS. What is learnt from: loads of six customers, hour by hour."""

import numpy as np


def load_mine(hours, window, horizon, seed):
    """Windows (n, window, 6) and the loads (n, 6) `horizon` hours after each; scaled by the largest of training.

    Each customer has a profile of the day that wanders from day to day, a level, and common weather.
    """
    rng = np.random.default_rng(seed)
    days, customers = hours // 24, 6
    profile = rng.gamma(2.0, 1.0, (24, customers))
    loads = []
    for _ in range(days):
        profile = np.clip(profile + 0.25 * rng.normal(size=profile.shape), 0.1, None)
        loads.append(profile)
    loads = np.concatenate(loads)  # (hours, customers)
    weather = np.zeros(hours)
    for t in range(1, hours):
        weather[t] = 0.97 * weather[t - 1] + 0.1 * rng.normal()
    loads = loads * np.exp(0.5 * weather)[:, None] + 0.1 * rng.normal(size=loads.shape)
    cuts = [0, int(0.6 * hours), int(0.8 * hours), hours]
    loads = loads / np.abs(loads[: cuts[1]]).max(axis=0)

    def split(first, end):
        starts = np.arange(first, end - window - horizon + 1)
        x = np.stack([loads[start : start + window] for start in starts])
        return x.astype("float32"), loads[starts + window + horizon - 1].astype("float32")

    return {name: split(*cuts[i : i + 2]) for i, name in enumerate(("train", "validation", "test"))}
