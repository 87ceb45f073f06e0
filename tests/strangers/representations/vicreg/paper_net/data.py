import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Digits, shuffled: 1000 to learn from, 400 and 397 held out."""
    images, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(labels))
    images = images[order].reshape(-1, 8, 8, 1).astype("float32") / 16
    labels = labels[order].astype("int32")
    cuts = {"train": slice(0, 1000), "validation": slice(1000, 1400), "test": slice(1400, None)}
    return {split: (images[cut], labels[cut]) for split, cut in cuts.items()}
