"""YOURS. What is learnt from: half a digit, and what is said of the other half."""

import numpy as np


def load_halves(validation=297, seed=5):
    """The left halves of scikit-learn's digits, and how much ink each row of the right half holds.

    Returns:
        The splits; inputs {left: Float["b 8 4 1"], ink: Float["b 8"]}, all in 0 … 1; targets Int["b"] in 0 … 9.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(images))
    images, labels = images[order].reshape(-1, 8, 8) / 16, labels[order].astype("int32")
    inputs = {
        "left": images[:, :, :4, None].astype("float32"),
        "ink": images[:, :, 4:].mean(axis=2).astype("float32"),
    }
    return {
        "train": ({name: array[:-validation] for name, array in inputs.items()}, labels[:-validation]),
        "validation": ({name: array[-validation:] for name, array in inputs.items()}, labels[-validation:]),
    }
