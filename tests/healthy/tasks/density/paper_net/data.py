"""YOURS. What is learnt from: distributions."""

import numpy as np


def load_branches(training=1000, validation=300):
    """Two answers for each question: y = ± sqrt(x) with a little noise, so that their mean is never right.

    Returns:
        The splits; inputs Float["b 1"] in -1 … 1; targets Float["b 1"].
    """
    random = np.random.default_rng(0)
    x = random.uniform(0, 1, (training + validation, 1))
    y = random.choice([-1, 1], x.shape) * np.sqrt(x) + 0.05 * random.normal(size=x.shape)
    return split(2 * x - 1, y, training)


def load_growing_noise(training=1000, validation=300):
    """A curve whose noise grows with x. Returns the splits; inputs Float["b 1"] in -1 … 1; targets Float["b 1"]."""
    random = np.random.default_rng(0)
    x = random.uniform(-1, 1, (training + validation, 1))
    y = np.sin(3 * x) + 0.05 * np.exp(1.2 * (x + 1)) * random.normal(size=x.shape)
    return split(x, y, training)


def load_three_hills(training=1000, validation=300):
    """Points on a line, in three heaps. Returns the splits; inputs Float["b 1"]; targets None."""
    random = np.random.default_rng(0)
    heap = random.choice(3, training + validation, p=[0.5, 0.3, 0.2])
    points = random.normal(np.array([-2.0, 0.5, 2.5])[heap], np.array([0.4, 0.2, 0.5])[heap])[:, None]
    points = ((points - points[:training].mean()) / points[:training].std()).astype("float32")
    return {"train": (points[:training], None), "validation": (points[training:], None)}


def split(x, y, training):
    x, y = x.astype("float32"), y.astype("float32")
    return {"train": (x[:training], y[:training]), "validation": (x[training:], y[training:])}
