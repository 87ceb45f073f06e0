import numpy as np


def load_mine(samples, seed):
    """Points of a plane: three bumps along x, and y about a wave of x with a width that depends on it."""
    rng = np.random.default_rng(seed)
    x = rng.choice([-1.8, 0.0, 1.8], samples) + 0.35 * rng.normal(size=samples)
    y = 1.2 * np.sin(2 * x) + (0.15 + 0.25 * (x > 0)) * rng.normal(size=samples)
    points = np.stack([x, y], axis=1).astype("float32")
    a, b = int(0.7 * samples), int(0.85 * samples)
    unread = np.zeros(samples, "float32")
    cuts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {split: (points[cut], unread[cut]) for split, cut in cuts.items()}
