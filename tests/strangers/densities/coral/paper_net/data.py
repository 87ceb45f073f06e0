import numpy as np


def load_mine(samples, seed):
    """Stars that guests give a hotel, 0 to 4: a bent function of eight measures, noise, and unequal thresholds."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(samples, 8))
    liked = 1.5 * x[:, 0] + np.abs(x[:, 1]) * x[:, 2] + np.sin(2 * x[:, 3]) + 0.7 * x[:, 4] * x[:, 5]
    stars = np.digitize(liked + 0.3 * rng.logistic(size=samples), [-2.5, -1.0, 0.2, 1.8]).astype("int32")
    x = x.astype("float32")
    a, b = int(0.7 * samples), int(0.85 * samples)
    return {"train": (x[:a], stars[:a]), "validation": (x[a:b], stars[a:b]), "test": (x[b:], stars[b:])}
