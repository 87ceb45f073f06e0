"""Points of two half circles, without labels."""

import numpy as np
from sklearn.datasets import make_moons


def load_moons(number, noise):
    points = make_moons(number, noise=noise, random_state=3)[0].astype("float32")
    nothing = np.zeros(number, "float32")
    train, rest = slice(0, 3 * number // 4), slice(3 * number // 4, None)
    points = (points - points[train].mean(0)) / points[train].std(0)
    return {"train": (points[train], nothing[train]), "validation": (points[rest], nothing[rest])}
