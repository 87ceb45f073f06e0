import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed, labelled):
    """Even digits are positive. Training knows `labelled` of them; of all its other samples nobody said what they are, 0."""
    rng = np.random.default_rng(seed)
    x, digit = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, even = x[order] / 16, 1 - digit[order] % 2
    known = known_ones(even[:1200], labelled)
    splits = {
        "train": (x[:1200], known),
        "validation": (x[1200:1400], even[1200:1400]),
        "test": (x[1400:], even[1400:]),
    }
    return {name: (of.astype("float32"), y[:, None].astype("float32")) for name, (of, y) in splits.items()}


def known_ones(positive, labelled):
    """1 for the first `labelled` of the positive, 0, unlabelled, for all others."""
    return np.where(np.cumsum(positive) <= labelled, positive, 0)
