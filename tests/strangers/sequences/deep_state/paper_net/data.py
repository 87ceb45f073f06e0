import numpy as np


def load_mine(series, days, seed):
    """Simulated daily series: a level that wanders, the course of a week, and noise; both sizes depend on the kind."""
    rng = np.random.default_rng(seed)
    week = rng.normal(0, 1, 7)
    wander, noise = np.array([0.05, 0.2, 0.5]), np.array([0.5, 0.2, 0.1])  # of the three kinds
    kind, weekday = rng.integers(3, size=series), rng.integers(7, size=series)
    day = (weekday[:, None] + np.arange(days)) % 7  # (n, t)
    steps = rng.normal(0, 1, (series, days)) * wander[kind, None]
    steps[:, 0] += rng.normal(0, 1, series)  # where the level starts
    values = steps.cumsum(axis=1) + week[day] + rng.normal(0, 1, (series, days)) * noise[kind, None]
    known = np.concatenate([np.eye(7)[day], np.repeat(np.eye(3)[kind][:, None], days, axis=1)], axis=-1)
    x = {"known": known.astype("float32"), "values": values.astype("float32")}
    one, two = int(0.7 * series), int(0.85 * series)
    parts = {"train": slice(one), "validation": slice(one, two), "test": slice(two, None)}
    return {split: ({k: v[part] for k, v in x.items()}, x["values"][part]) for split, part in parts.items()}
