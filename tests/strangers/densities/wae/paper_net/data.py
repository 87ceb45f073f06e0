import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Images of digits as vectors of 64 pixels in 0 … 1, without their labels."""
    images = (load_digits().data / 16).astype("float32")
    images = images[np.random.default_rng(seed).permutation(len(images))]
    return {"train": (images[:1200], None), "validation": (images[1200:1500], None), "test": (images[1500:], None)}
