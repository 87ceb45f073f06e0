import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Digits of 8 by 8 pixels, black or white.

    Args:
        seed: decides which image is in which split.
    """
    images = (load_digits().images > 7).reshape(-1, 64).astype("float32")
    order = np.random.default_rng(seed).permutation(len(images))
    splits = {"train": order[:1300], "validation": order[1300:1550], "test": order[1550:]}
    return {split: (images[rows], images[rows]) for split, rows in splits.items()}
