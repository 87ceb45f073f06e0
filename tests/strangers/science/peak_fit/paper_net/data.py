import numpy as np


def load_mine(spectra, channels, seed):
    """Counts of a detector: one Gaussian line on a sloping background. The target is the spectrum itself."""
    rng = np.random.default_rng(seed)
    at = np.arange(channels) / channels
    place, width = rng.uniform(0.2, 0.8, (spectra, 1)), rng.uniform(0.02, 0.06, (spectra, 1))
    height = rng.uniform(10, 60, (spectra, 1))
    low, high = rng.uniform(2, 8, (2, spectra, 1))
    rate = height * np.exp(-(((at - place) / width) ** 2) / 2) + low + (high - low) * at
    counts = rng.poisson(rate).astype("float32")
    train, validation, test = np.split(counts, [spectra * 6 // 10, spectra * 8 // 10])
    return {"train": (train, train), "validation": (validation, validation), "test": (test, test)}
