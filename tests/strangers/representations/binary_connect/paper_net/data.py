import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    images, digits = load_digits(return_X_y=True)
    images, digits = (images / 8 - 1).astype("float32"), digits.astype("int32")
    order = np.random.default_rng(seed).permutation(len(images))
    train, validation, test = order[:1000], order[1000:1400], order[1400:]
    return {
        "train": (images[train], digits[train]),
        "validation": (images[validation], digits[validation]),
        "test": (images[test], digits[test]),
    }
