"""Triplets of digits."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32").reshape(-1, 8, 8)
    parts = np.split(rng.permutation(len(images)), [1000, 1400])
    sizes = {"train": train, "validation": held_out, "test": held_out}
    return {
        split: triplets(images[part], digits[part], sizes[split], rng)
        for split, part in zip(sizes, parts, strict=False)
    }


def triplets(images, digits, size, rng):
    """`size` triplets (size, 3, 8, 8) and the place of the odd one (size)."""
    of = [np.flatnonzero(digits == digit) for digit in range(10)]
    chosen = np.empty((size, 3), int)
    for i in range(size):
        odd, same = rng.choice(10, 2, replace=False)
        chosen[i] = [rng.choice(of[odd]), *rng.choice(of[same], 2, replace=False)]  # the odd one is first
    order = np.argsort(rng.random((size, 3)), axis=1)  # which of them comes to each place
    x = images[np.take_along_axis(chosen, order, axis=1)]
    return x, np.argmax(order == 0, axis=1).astype("int32")
