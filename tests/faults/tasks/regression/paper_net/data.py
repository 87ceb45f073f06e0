"""YOURS. What is learnt from: recipes of concrete and their strength."""

import numpy as np
from sklearn import datasets


def read_concrete(number=1500, seed=5):
    """Float["b 10"], kilograms per batch; Float["b"], the strength in kilopascals."""
    shares, strength = datasets.make_friedman1(number, n_features=10, noise=1.0, random_state=seed)
    return 20 + 400 * shares, 2000 * strength + 9000


def standardized(values, known):
    """`values` with the mean 0 and the variance 1 that `known` would have."""
    return ((values - known.mean(axis=0)) / known.std(axis=0)).astype("float32")


def load_concrete(validation=300):
    """The splits, inputs and targets standardized by the training split."""
    quantities, strength = read_concrete()
    inputs = standardized(quantities, known=quantities[:-validation])
    targets = standardized(strength, known=strength[:-validation])
    targets = targets[:, np.newaxis]  # (b, 1)
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
