"""YOURS. What is learnt from: points of two moons, without targets."""

import numpy as np
from sklearn import datasets


def load_moons(count=2000, validation=400):
    """Two moons, standardized by the training points; the targets are zeros that nothing reads."""
    points, _ = datasets.make_moons(count + validation, noise=0.06, random_state=7)
    train, held = points[:count].astype("float32"), points[count:].astype("float32")
    mean, std = train.mean(axis=0), train.std(axis=0)
    pairs = {"train": train, "validation": held}
    return {name: ((x - mean) / std, np.zeros((len(x), 1), "float32")) for name, x in pairs.items()}
