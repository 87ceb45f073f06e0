import numpy as np


def load_noise(train, validation, test, seed):
    """Standard normal noise: a generator learns from energies, not from samples."""
    rng = np.random.default_rng(seed)
    return {
        split: (rng.normal(size=(number, 2)).astype("float32"), np.zeros(number, "float32"))
        for split, number in (("train", train), ("validation", validation), ("test", test))
    }
