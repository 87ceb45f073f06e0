import numpy as np


def load_mine(days, hours, seed):
    """Samples of whole days: 70 % to learn from, 15 % to validate, 15 % to test."""
    random = np.random.default_rng(seed)
    day = np.repeat(np.arange(days), hours)
    n = days * hours
    weather = random.standard_normal((days, 4))
    sky = weather[day] + 0.05 * random.standard_normal((n, 4))
    surge = 0.5 * random.standard_normal(days)  # of the open sea: every buoy misses it
    height = 1.2 * random.standard_normal(n) + 0.3 * np.tanh(sky[:, 0]) + surge[day]
    swell, battery = random.gamma(2.0, 0.5, (n, 5)), random.uniform(0, 1, (n, 5))
    noise = (0.1 + 0.5 * swell + 1.5 * (battery < 0.2)) * random.standard_normal((n, 5))
    reading = (height - surge[day])[:, None] + noise
    heard = (random.random((n, 5)) < 0.7).astype("float32")
    heard[heard.sum(axis=1) == 0, 0] = 1
    buoys = np.stack([reading, swell, battery], axis=-1)
    buoys[heard == 0] = random.standard_normal((int((heard == 0).sum()), 3))  # what is left in its memory
    x = {"buoys": buoys.astype("float32"), "heard": heard, "sky": sky.astype("float32")}
    y = height[:, None].astype("float32")
    part = np.digitize(random.permutation(days)[day], [int(0.7 * days), int(0.85 * days)])  # whole days
    at = {split: np.flatnonzero(part == k) for k, split in enumerate(["train", "validation", "test"])}
    splits = {split: ({name: value[i] for name, value in x.items()}, y[i]) for split, i in at.items()}
    return {**splits, "groups": {split: day[i] for split, i in at.items()}}
