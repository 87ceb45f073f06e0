import numpy as np


def load_mine(shops, days, seed):
    """Windows of daily sales: the first 140 days to train on, the next 45 to validate, the last 45 to test."""
    rng = np.random.default_rng(seed)
    day = np.arange(230)
    level = rng.normal(1.5, 0.7, (shops, 1))
    weekly = rng.uniform(0.3, 1.0, (shops, 1)) * np.cos(2 * np.pi * (day - rng.integers(5, 7, (shops, 1))) / 7)
    drift = np.cumsum(0.05 * rng.normal(size=(shops, len(day))), axis=1)
    mean = np.exp(level + weekly + drift)
    sold = rng.poisson(mean * rng.gamma(5, 1 / 5, mean.shape))
    return {
        "train": Windows(sold[:, :140], day[:140], days, step=5),
        "validation": Windows(sold[:, 140:185], day[140:185], days, step=8),
        "test": Windows(sold[:, 185:], day[185:], days, step=8),
    }


class Windows:
    """Windows of `days` days, one every `step` days, of each shop; cut out when they are asked for."""

    def __init__(self, sold, day, days, step):
        self.sold, self.day, self.days = sold, day, days
        starts = range(0, sold.shape[1] - days, step)
        self.places = [(shop, start) for shop in range(len(sold)) for start in starts]

    def __len__(self):
        return len(self.places)

    def __getitem__(self, i):
        shop, start = self.places[i]
        now = slice(start, start + self.days)
        after = slice(start + 1, start + self.days + 1)
        angle = 2 * np.pi * self.day[now] / 7
        inputs = np.stack([np.log1p(self.sold[shop, now]), np.cos(angle), np.sin(angle)], axis=-1)
        return inputs.astype("float32"), self.sold[shop, after].astype("float32")
