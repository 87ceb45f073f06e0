"""YOURS. What is learnt from."""

import numpy as np


def load_family(train, validation, test, points=16, seed=9):
    """A family of curves, a sin(w x + p) + b x: of each the parameters, 16 places, and the values there, with noise.

    Returns:
        The splits; inputs {curve: Float["b 4"], at: Float["b 16 1"] in -2 … 2}; targets Float["b 16 1"]. No curve is in two.
    """
    rng = np.random.default_rng(seed)
    total = train + validation + test
    curve = rng.uniform(-1, 1, (total, 4))
    at = rng.uniform(-2, 2, (total, points))
    a, w, p, b = 1 + 0.5 * curve[:, :1], 1.5 + 0.5 * curve[:, 1:2], np.pi / 2 * curve[:, 2:3], 0.5 * curve[:, 3:]
    values = a * np.sin(w * at + p) + b * at + 0.1 * rng.normal(size=at.shape)
    curve, at, values = np.float32(curve), np.float32(at[..., None]), np.float32(values[..., None])
    slices = {
        "train": slice(0, train),
        "validation": slice(train, train + validation),
        "test": slice(train + validation, None),
    }
    return {name: ({"curve": curve[part], "at": at[part]}, values[part]) for name, part in slices.items()}
