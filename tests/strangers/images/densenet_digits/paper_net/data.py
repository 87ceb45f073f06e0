import numpy as np
from sklearn.datasets import load_digits


def standardized(images, mean, deviation):
    """By the mean and deviation of the training images."""
    return ((images - mean) / deviation).astype("float32")


def load_mine(seed):
    """The 1,797 digits of scikit-learn."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images, labels = digits.images[order, :, :, None], digits.target[order].astype("int32")
    mean, deviation = images[:1200].mean(), images[:1200].std()
    ends = {"train": (0, 1200), "validation": (1200, 1500), "test": (1500, 1797)}
    return {split: (standardized(images[a:b], mean, deviation), labels[a:b]) for split, (a, b) in ends.items()}
