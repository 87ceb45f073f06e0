"""Heat of houses, drawn: a non-linear part of the weather, a level and a slope of each district, and noise."""

import numpy as np


def load_mine(train, held_out, seed):
    """Scaled by what the training split has; a few meters are off by a lot, hence the Huber loss."""
    rng = np.random.default_rng(seed)
    level, slope = rng.normal(0, 4, 12), rng.normal(0, 2, 12)

    def draw(n):
        x = rng.uniform(size=(n, 7))
        district = rng.integers(0, 12, n)
        y = 10 * np.sin(np.pi * x[:, 0] * x[:, 1]) + 20 * (x[:, 2] - 0.5) ** 2 + 10 * x[:, 3] + 5 * x[:, 4]
        y = y + level[district] + slope[district] * x[:, 5] + rng.normal(0, 1, n)
        y = y + np.where(rng.random(n) < 0.02, rng.normal(0, 20, n), 0)
        return x, district, y[:, None]

    raw = {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
    x, _, y = raw["train"]
    mean, std, middle, spread = x.mean(axis=0), x.std(axis=0), y.mean(), y.std()

    def scaled(x, district, y):
        weather = ((x - mean) / std).astype("float32")
        return {"weather": weather, "district": district.astype("int32")}, ((y - middle) / spread).astype("float32")

    return {split: scaled(*arrays) for split, arrays in raw.items()}
