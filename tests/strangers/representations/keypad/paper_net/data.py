"""scikit-learn's digits under noise: the first thousand bear their digit, a few of the others a keypad's row."""

import numpy as np
from sklearn.datasets import load_digits

SOURCE = 1000
ROWS = np.array([3, 0, 0, 0, 1, 1, 1, 2, 2, 2], "int32")  # of the digits 0 … 9


def noisy_digits():
    """Images (1797, 64), each pixel from about 0 to 1, and their digits."""
    x, y = load_digits(return_X_y=True)
    return (x / 16 + 0.3 * np.random.default_rng(0).normal(size=x.shape)).astype("float32"), y


def source():
    """Of another task, the images and digits; none of them is in a split of load_mine."""
    x, y = noisy_digits()
    return x[:SOURCE], y[:SOURCE]


def load_mine(few, seed):
    x, y = noisy_digits()
    x, row = x[SOURCE:], ROWS[y[SOURCE:]]
    train, validation, test = np.split(np.random.default_rng(seed).permutation(len(row)), [few, few + 350])
    return {name: (x[at], row[at]) for name, at in (("train", train), ("validation", validation), ("test", test))}
