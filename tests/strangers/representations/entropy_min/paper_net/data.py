import numpy as np


def load_mine(classes, dimensions, labelled, distance, seed):
    """1000 samples to learn from, most without a label; 400 and 400 held out, all with one."""
    rng = np.random.default_rng(seed)
    mean = rng.normal(size=(classes, dimensions))
    mean *= distance / np.linalg.norm(mean, axis=1, keepdims=True)
    y = rng.integers(classes, size=1800).astype("int32")
    x = (mean[y] + rng.normal(size=(1800, dimensions))).astype("float32")
    known = np.zeros(1000, bool)
    for c in range(classes):
        known[rng.choice(np.flatnonzero(y[:1000] == c), labelled, replace=False)] = True
    seen = np.where(known, y[:1000], -1).astype("int32")
    return {"train": (x[:1000], seen), "validation": (x[1000:1400], y[1000:1400]), "test": (x[1400:], y[1400:])}
