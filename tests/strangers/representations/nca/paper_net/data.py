import numpy as np


def load_mine(rings, noise, seed):
    """600 points to learn from, 300 and 300 held out; the axes are turned, so that no coordinate is noise alone."""
    rng = np.random.default_rng(seed)
    n = 1200
    ring = rng.integers(rings, size=n)
    angle, radius = rng.uniform(0, 2 * np.pi, n), 1 + ring + rng.normal(0, 0.1, n)
    plane = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    x = np.concatenate([plane, rng.normal(0, 3, (n, noise))], axis=1)
    turn, _ = np.linalg.qr(rng.normal(size=(2 + noise, 2 + noise)))
    x, ring = (x @ turn).astype("float32"), ring.astype("int32")
    return {"train": (x[:600], ring[:600]), "validation": (x[600:900], ring[600:900]), "test": (x[900:], ring[900:])}
