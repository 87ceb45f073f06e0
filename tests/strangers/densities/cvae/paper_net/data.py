import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Digits of 8 by 8 pixels, each 0 or 1; the upper four rows as inputs, the lower four as targets."""
    pixels = (load_digits().data > 7).astype("float32")
    pixels = pixels[np.random.default_rng(seed).permutation(len(pixels))]
    upper, lower = pixels[:, :32], pixels[:, 32:]
    return {
        "train": (upper[:1200], lower[:1200]),
        "validation": (upper[1200:1500], lower[1200:1500]),
        "test": (upper[1500:], lower[1500:]),
    }
