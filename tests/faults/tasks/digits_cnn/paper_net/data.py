"""YOURS. What is learnt from: scikit-learn's digits, as images."""

import numpy as np


def load_digit_images(validation=297, seed=0):
    """1,797 scanned digits of 8×8, shuffled once and split.

    Returns:
        The splits; inputs Float["b 8 8 1"] in 0 … 1; targets Int["b"] in 0 … 9.
    """
    from sklearn import datasets

    rng = np.random.default_rng(seed)
    images, labels = datasets.load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, labels = images[order], labels[order]
    images = (images.reshape(-1, 8, 8, 1) / 16).astype("float32")
    labels = labels.astype("int32")
    return {
        "train": (images[:-validation], labels[:-validation]),
        "validation": (images[-validation:], labels[-validation:]),
    }
