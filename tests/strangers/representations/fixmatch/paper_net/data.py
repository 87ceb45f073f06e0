"""Digits, most of them without a label."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(labelled, repeats, seed):
    """`labelled` digits a class with their label, `repeats` times, and the other training digits with the label -1."""
    images, labels = load_digits(return_X_y=True)
    images = (images / 16).astype("float32").reshape(-1, 8, 8, 1)
    order = np.random.default_rng(seed).permutation(len(images))
    train, validation, test = np.split(order, [1197, 1497])
    known = np.concatenate([train[labels[train] == digit][:labelled] for digit in range(10)])
    unknown = np.setdiff1d(train, known)
    x = np.concatenate([np.repeat(images[known], repeats, axis=0), images[unknown]])
    y = np.concatenate([np.repeat(labels[known], repeats), np.full(len(unknown), -1)])

    def split(of):
        return images[of], labels[of].astype("int32")

    return {"train": (x, y.astype("int32")), "validation": split(validation), "test": split(test)}
