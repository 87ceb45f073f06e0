import numpy as np
from sklearn.datasets import load_digits


def load_mine(noise, seed):
    """Digits: 1000 to learn from, with wrong labels among them, 400 and 397 held out, all of whose labels are right.

    Args:
        noise: share of the labels in training that are drawn anew from the nine others.
        seed: of order and noise.
    """
    images, labels = load_digits(return_X_y=True)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(labels))
    images, labels = images[order].reshape(-1, 8, 8, 1).astype("float32") / 16, labels[order].astype("int32")
    wrong = rng.random(1000) < noise
    noisy = np.where(wrong, (labels[:1000] + rng.integers(1, 10, 1000)) % 10, labels[:1000]).astype("int32")
    return {
        "train": (images[:1000], noisy),
        "validation": (images[1000:1400], labels[1000:1400]),
        "test": (images[1400:], labels[1400:]),
    }
