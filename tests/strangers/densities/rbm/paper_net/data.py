"""Binary images."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(held_out, seed):
    images = (load_digits().data > 7).astype("float32")
    images = images[np.random.default_rng(seed).permutation(len(images))]
    return {
        "train": (images[: -2 * held_out], None),
        "validation": (images[-2 * held_out : -held_out], None),
        "test": (images[-held_out:], None),
    }
