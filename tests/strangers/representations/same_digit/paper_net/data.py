"""YOURS. What is learnt from."""

import numpy as np
from sklearn.datasets import load_digits


class Pairs:
    """`source[i]` is the pair of images i and whether they are of one digit; half of them are."""

    def __init__(self, images, labels, n, rng):
        self.images = images
        self.same = np.arange(n) % 2
        self.left = rng.integers(len(images), size=n)
        self.right = np.empty_like(self.left)
        for i, (left, same) in enumerate(zip(self.left, self.same, strict=True)):
            of = np.flatnonzero((labels == labels[left]) == bool(same))
            self.right[i] = rng.choice(of[of != left])

    def __len__(self):
        return len(self.same)

    def __getitem__(self, i):
        pair = {"left": self.images[self.left[i]], "right": self.images[self.right[i]]}
        return pair, np.array([self.same[i]], "int32")


def load_mine(train, held_out, seed):
    """Pairs within 1000 images to learn from, 400 to validate, and the rest to test: no image is in two splits."""
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, y = (x[order] / 16).astype("float32").reshape(-1, 8, 8, 1), y[order]
    return {
        "train": Pairs(x[:1000], y[:1000], train, rng),
        "validation": Pairs(x[1000:1400], y[1000:1400], held_out, rng),
        "test": Pairs(x[1400:], y[1400:], held_out, rng),
    }
