import numpy as np
from sklearn.datasets import load_digits


def load_mine(held_out, seed):
    """Scanned digits, flat, in 0 … 1."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    x, y = (digits.data / 16).astype("float32"), digits.target.astype("int32")
    cuts = np.split(order, [len(y) - 2 * held_out, len(y) - held_out])
    return {split: (x[of], y[of]) for split, of in zip(("train", "validation", "test"), cuts, strict=True)}
