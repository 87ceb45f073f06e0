import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed, train, validation):
    """A fixed random split of the 1,797 digits; what is left is the test."""
    images, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(images))
    images = (images.reshape(-1, 8, 8, 1) / 16).astype("float32")[order]
    labels = labels.astype("int32")[order]
    ends = {
        "train": slice(train),
        "validation": slice(train, train + validation),
        "test": slice(train + validation, None),
    }
    return {name: (images[rows], labels[rows]) for name, rows in ends.items()}
