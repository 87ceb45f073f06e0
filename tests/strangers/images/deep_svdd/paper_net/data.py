import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed, normal):
    """Digits of one class to learn from; held out are more of it, and others. The target is 1 for an anomaly."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).reshape(-1, 8, 8, 1).astype("float32")
    mine = rng.permutation(np.flatnonzero(digits == normal))
    other = rng.permutation(np.flatnonzero(digits != normal))
    rows = {
        "train": mine[:110],
        "validation": np.concatenate([mine[110:140], other[:150]]),
        "test": np.concatenate([mine[140:], other[150:350]]),
    }
    return {name: (images[chosen], (digits[chosen] != normal).astype("float32")) for name, chosen in rows.items()}
