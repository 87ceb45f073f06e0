import numpy as np


def noise(x):
    """The standard deviation at x: 0.02 at the left, 0.5 at the right."""
    return 0.02 + 0.48 / (1 + np.exp(-8 * x))


def load_mine(samples, seed):
    """Heights sin(2 pi x) + noise of places in -1 … 1; the noise is known, and so is the least error: noise()."""
    rng = np.random.default_rng(seed)

    def split(size):
        x = rng.uniform(-1, 1, (size, 1))
        y = np.sin(2 * np.pi * x) + noise(x) * rng.normal(size=(size, 1))
        return x.astype("float32"), y.astype("float32")

    return {"train": split(samples), "validation": split(500), "test": split(500)}
