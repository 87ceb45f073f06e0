"""YOURS. What is learnt from: three spirals in the plane (made here)."""

import numpy as np


def load_spirals(points=1800, validation=450, turns=1.0, noise=0.06, seed=2):
    """Points on three arms that wind around one another.

    Returns:
        The splits; inputs Float["b 2"] within about -1.2 … 1.2; targets Int["b"], the arm.
    """
    rng = np.random.default_rng(seed)
    arm = rng.integers(0, 3, points)
    radius = np.sqrt(rng.uniform(0.02, 1, points))
    angle = 2 * np.pi * (turns * radius + arm / 3)
    plane = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1) + rng.normal(0, noise / 2, (points, 2))
    plane, arm = plane.astype("float32"), arm.astype("int32")
    return {"train": (plane[:-validation], arm[:-validation]), "validation": (plane[-validation:], arm[-validation:])}
