import numpy as np


def load_mine(seed, train, validation, test, depots):
    """How long a parcel takes from one depot to another, by day of the week, hour and weight."""
    rng = np.random.default_rng(seed)
    place = rng.uniform(0, 10, size=(depots, 2))  # in 100 km
    slow = rng.normal(size=depots)
    splits = {}
    for split, n in {"train": train, "validation": validation, "test": test}.items():
        origin, goal = rng.integers(depots, size=(2, n))
        day, hour = rng.integers(7, size=n), rng.integers(24, size=n)
        weight = rng.gamma(2, 2, size=n)
        way = np.linalg.norm(place[origin] - place[goal], axis=-1)
        log_hours = 2.5 + 0.12 * way + 0.3 * slow[goal] + 0.15 * slow[origin] + 0.4 * (day >= 5) + 0.02 * weight
        log_hours = log_hours + 0.25 * np.cos(2 * np.pi * (hour - 16) / 24) + 0.1 * rng.normal(size=n)
        inputs = {
            "depots": np.stack([origin, goal], axis=-1).astype("int32"),
            "day": day.astype("int32"),
            "parcel": np.stack([*clock(hour), (weight - 4) / 3], axis=-1).astype("float32"),
        }
        splits[split] = (inputs, (log_hours[:, None] - 3).astype("float32"))
    return splits


def clock(hour):
    """An hour's place on the clock's face, where 23 is next to 0."""
    return np.sin(2 * np.pi * np.asarray(hour) / 24), np.cos(2 * np.pi * np.asarray(hour) / 24)
