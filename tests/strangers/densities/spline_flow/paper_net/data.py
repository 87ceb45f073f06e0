import numpy as np


def load_mine(seed):
    """Points of a checkerboard on [-2, 2]², of which half the squares are filled: no targets."""
    rng = np.random.default_rng(seed)
    n = 6000
    column = rng.integers(0, 4, n)
    row = 2 * rng.integers(0, 2, n) + column % 2
    points = np.stack([column, row], 1) - 2 + rng.random((n, 2))
    points = points.astype("float32")
    return {"train": (points[:4000], None), "validation": (points[4000:5000], None), "test": (points[5000:], None)}
