import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Digits in 0 … 1: 1197 to learn from, 300 each to validate and test."""
    digits = load_digits()
    image = (digits.images / 16).astype("float32")[..., None]
    order = np.random.default_rng(seed).permutation(len(image))
    parts = np.split(order, [len(order) - 600, len(order) - 300])
    parts = dict(zip(("train", "validation", "test"), parts, strict=True))
    return {name: (image[part], digits.target[part].astype("int32")) for name, part in parts.items()}
