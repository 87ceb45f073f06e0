import numpy as np

MOTIF = "TGACGTCAGA"  # a binding site that is no palindrome


def reverse_complement(x):
    """The other strand of one-hot A, C, G, T, read in its own direction."""
    return x[..., ::-1, ::-1]


def sequences(rng, number, length, fidelity):
    """One-hot sequences, half of them with a site, on either strand."""
    letters = rng.integers(0, 4, (number, length))
    labels = rng.integers(0, 2, number)
    site = np.array(["ACGT".index(letter) for letter in MOTIF])
    for row in np.flatnonzero(labels):
        drawn = np.where(rng.random(len(site)) < fidelity, site, rng.integers(0, 4, len(site)))
        if rng.random() < 0.5:
            drawn = 3 - drawn[::-1]
        start = rng.integers(0, length - len(site) + 1)
        letters[row, start : start + len(site)] = drawn
    return np.eye(4, dtype="float32")[letters], labels[:, None].astype("int32")


def load_mine(seed, length, fidelity):
    """Sequences with a noisy motif on a random strand, and without."""
    rng = np.random.default_rng(seed)
    sizes = {"train": 1500, "validation": 500, "test": 1000}
    return {split: sequences(rng, number, length, fidelity) for split, number in sizes.items()}
