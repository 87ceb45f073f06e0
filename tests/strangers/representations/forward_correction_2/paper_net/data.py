"""YOURS. What is learnt from."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(noise, train, validation, seed):
    """Digits whose training labels are wrong in a known way.

    Args:
        noise: probability that a training label is moved to the next class.
        train: samples of the training split.
        validation: of the validation split; the rest is the test.
        seed: of the permutation and the noise.
    """
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, y = (x[order] / 16).astype("float32"), y[order].astype("int32")
    moved = rng.random(train) < noise
    noisy = np.where(moved, (y[:train] + 1) % 10, y[:train]).astype("int32")
    end = train + validation
    return {
        "train": (x[:train], noisy),
        "validation": (x[train:end], y[train:end]),
        "test": (x[end:], y[end:]),
    }
