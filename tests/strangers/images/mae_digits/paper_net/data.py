"""YOURS. What is learnt from."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Handwritten digits, 8 by 8 in 0 … 1, without labels.

    Returns:
        The splits, each (images, None).
    """
    images = load_digits().images.astype("float32")[..., None] / 16
    images = images[np.random.default_rng(seed).permutation(len(images))]
    return {"train": (images[:1200], None), "validation": (images[1200:1500], None), "test": (images[1500:], None)}
