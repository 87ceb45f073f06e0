"""Digits with label noise in the training split alone."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(noise, seed):
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, digits = (images[order] / 16).astype("float32"), digits[order].astype("int32")
    wrong = rng.random(1000) < noise
    noisy = np.where(wrong, rng.integers(0, 10, 1000), digits[:1000]).astype("int32")

    def inputs(part):
        return {"image": images[part], "index": np.arange(len(images), dtype="int32")[part]}

    train, validation, test = slice(0, 1000), slice(1000, 1300), slice(1300, None)
    return {
        "train": (inputs(train), noisy),
        "validation": (inputs(validation), digits[validation]),
        "test": (inputs(test), digits[test]),
    }
