"""YOURS. What is learnt from: three spirals."""

import numpy as np


def load_spirals(count=1500, validation=300):
    """Inputs Float["b 2"] within -1 … 1, targets Int["b"] in 0 … 2; noisy, and in random order."""
    rng = np.random.default_rng(6)
    arm = rng.integers(0, 3, count + validation)
    along = rng.uniform(0.1, 1, count + validation)
    angle = 4 * along + 2 * np.pi / 3 * arm + 0.45 * rng.normal(size=along.shape)
    points = (along * np.stack([np.cos(angle), np.sin(angle)])).T.astype("float32")
    arm = arm.astype("int32")
    return {"train": (points[:count], arm[:count]), "validation": (points[count:], arm[count:])}
