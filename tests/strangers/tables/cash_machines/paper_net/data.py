import numpy as np


def load_mine(seed):
    """Windows of 28 days from 90 machines, and the week that follows each; machines are in one split only."""
    rng = np.random.default_rng(seed)
    machines, days = 90, 240
    day = np.arange(days)
    weekly = 0.35 * rng.normal(size=(machines, 7)) + 0.4 * np.sin(2 * np.pi * np.arange(7) / 7)
    payday = day % 30 == 24
    lift = rng.uniform(0.5, 1.2, (machines, 1)) * (payday + 0.5 * np.roll(payday, 1))
    drift = np.cumsum(0.03 * rng.normal(size=(machines, days)), axis=1)
    level = rng.normal(9, 0.8, (machines, 1))
    log = level + weekly[:, day % 7] + lift + drift + 0.2 * rng.normal(size=(machines, days))
    soon = np.convolve(payday, np.ones(7), "full")[6 : days + 6] > 0  # a payday today or in the six days after

    x, y, machine = [], [], []
    calendar = np.stack([np.sin(2 * np.pi * day / 7), np.cos(2 * np.pi * day / 7), soon], axis=1)
    for start in range(0, days - 35, 5):
        past, ahead = slice(start, start + 28), slice(start + 28, start + 35)
        mean = log[:, past].mean(axis=1, keepdims=True)
        known = np.broadcast_to(calendar[start + 1 : start + 29], (machines, 28, 3))  # of the day after
        x.append(np.concatenate([(log[:, past] - mean)[..., None], known], axis=-1))
        y.append(log[:, ahead] - mean)
        machine.append(np.arange(machines))
    x, y, machine = np.concatenate(x).astype("float32"), np.concatenate(y).astype("float32"), np.concatenate(machine)
    split = {"train": machine < 54, "validation": (machine >= 54) & (machine < 72), "test": machine >= 72}
    splits = {name: (x[rows], y[rows]) for name, rows in split.items()}
    return splits | {"groups": {name: machine[rows] for name, rows in split.items()}}
