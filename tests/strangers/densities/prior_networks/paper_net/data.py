"""Known and unknown digits, and the Dirichlet distribution that each should be answered with."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(known, strength):
    """Digits below `known` are in the domain. 6 and 7 are the foreign ones learnt from; 8 and 9 are only judged by."""
    digits = load_digits()
    images, labels = (digits.data / 16).astype("float32"), digits.target
    rng = np.random.default_rng(4)
    inside = rng.permutation(np.flatnonzero(labels < known))
    familiar = rng.permutation(np.flatnonzero((labels == 6) | (labels == 7)))
    foreign = rng.permutation(np.flatnonzero(labels > 7))
    half = len(foreign) // 2
    rows = {
        "train": np.concatenate([inside[:650], familiar]),
        "validation": np.concatenate([inside[650:870], foreign[:half]]),
        "test": np.concatenate([inside[870:], foreign[half:]]),
    }
    # 1 everywhere, and `strength` more at the class of a known digit
    targets = 1 + strength * (labels[:, None] == np.arange(known)).astype("float32")
    return {name: (images[chosen], targets[chosen].astype("float32")) for name, chosen in rows.items()}
