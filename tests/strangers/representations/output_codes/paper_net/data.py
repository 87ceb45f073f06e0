import numpy as np
from sklearn.datasets import load_digits


def coded(labels, words):
    """The code word of each label's class, bit by bit: (n) → (n, bits)."""
    return np.array([[int(bit) for bit in word] for word in words])[labels]


def load_mine(seed, words):
    """1797 digits; the target is the code word of its class."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images = (digits.data[order] / 16).astype("float32")
    codes = coded(digits.target[order], words).astype("int32")  # (n, 15)
    cuts = {"train": slice(0, 1200), "validation": slice(1200, 1497), "test": slice(1497, None)}
    return {split: (images[cut], codes[cut]) for split, cut in cuts.items()}
