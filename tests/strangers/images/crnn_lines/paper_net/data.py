import numpy as np
from sklearn.datasets import load_digits

HEIGHT, WIDTH, LONGEST = 12, 32, 3


def labels_of(digits):
    """Digits as the labels of a line: 0 is the blank and the filling, so digit d is label d + 1."""
    labels = np.zeros(LONGEST, "int32")
    labels[: len(digits)] = np.asarray(digits, "int32") + 1
    return labels


def lines(images, digits, count, rng):
    """Lines of two or three handwritten digits, set side by side with gaps and at heights of their own."""
    x = np.zeros((count, HEIGHT, WIDTH, 1), "float32")
    y = np.zeros((count, LONGEST), "int32")
    for i in range(count):
        chosen = rng.integers(0, len(images), rng.integers(2, LONGEST + 1))
        left = rng.integers(0, 4)
        for one in chosen:
            top = rng.integers(0, HEIGHT - 7)
            x[i, top : top + 8, left : left + 8, 0] = images[one]
            left += 8 + rng.integers(0, 2)
        y[i] = labels_of(digits[chosen])
    return x + rng.normal(0, 0.05, x.shape).astype("float32"), y


def load_mine(seed):
    """Lines of training, validation and test, of glyphs that no other split has."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).reshape(-1, 8, 8)
    order = rng.permutation(len(images))
    splits = {"train": (order[:1200], 1600), "validation": (order[1200:1500], 300), "test": (order[1500:], 300)}
    return {name: lines(images[rows], digits[rows], count, rng) for name, (rows, count) in splits.items()}
