"""YOURS. What is learnt from: four overlapping clouds (made here), a fifth of whose training labels are wrong."""

import numpy as np


def load_clouds(samples=4000, validation=1000, wrong=0.2, seed=0):
    """Twenty measurements, four kinds. Both splits are labelled by the same careless person.

    Returns:
        The splits; inputs Float["b 20"]; targets Float["b 4"], one-hot.
    """
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, 4, samples)
    inputs = (rng.normal(0, 0.55, (4, 20))[kind] + rng.normal(0, 1, (samples, 20))).astype("float32")
    said = np.where(rng.random(samples) < wrong, rng.integers(0, 4, samples), kind)
    targets = np.eye(4, dtype="float32")[said]
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
