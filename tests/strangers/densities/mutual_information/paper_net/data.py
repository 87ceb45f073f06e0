import numpy as np


def load_mine(samples, dimensions, correlation, seed):
    """Pairs of normal vectors, correlated coordinate by coordinate: -d/2 ln(1 - correlation²) nats of information."""
    rng = np.random.default_rng(seed)
    first = rng.normal(size=(samples, dimensions))
    second = correlation * first + np.sqrt(1 - correlation**2) * rng.normal(size=(samples, dimensions))
    first, second = first.astype("float32"), second.astype("float32")
    a, b = int(0.6 * samples), int(0.8 * samples)
    cuts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {split: ({"first": first[cut], "second": second[cut]}, None) for split, cut in cuts.items()}
