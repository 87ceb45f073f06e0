import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, validation, seed):
    """Digits of 8 x 8 pixels in 0 … 1, in an order drawn by the seed."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images = (digits.images[order, :, :, None] / 16).astype("float32")  # (n, 8, 8, 1)
    labels = digits.target[order].astype("int32")
    cuts = [0, train, train + validation, len(order)]
    names = ["train", "validation", "test"]
    return {name: (images[a:b], labels[a:b]) for name, a, b in zip(names, cuts, cuts[1:], strict=False)}
