import numpy as np
from sklearn.datasets import load_digits


def answers(labels, confusions, chances):
    """What each annotator calls an image, (n, annotators): the first class whose cumulated chance lies above."""
    labels, confusions, chances = np.asarray(labels), np.asarray(confusions, float), np.asarray(chances, float)
    cumulated = np.cumsum(confusions[:, labels], axis=-1)  # (r, n, c)
    return np.sum(chances[..., None] >= cumulated[..., :-1], axis=-1).T


def annotators():
    """Confusion matrices, true class by given class: five good, one careless, one who swaps pairs, one at random."""
    good, careless, guesses = (0.9 * np.eye(10) + 0.01), (0.5 * np.eye(10) + 0.05), np.full((10, 10), 0.1)
    swaps = 0.8 * np.eye(10)[[1, 0, 3, 2, 5, 4, 7, 6, 9, 8]] + 0.02
    return np.stack([good] * 5 + [careless, swaps, guesses])


def load_mine(seed, share):
    """1797 digits, each labelled by some of the annotators, -1 where one did not; and its true class to score with."""
    digits = load_digits()
    random = np.random.default_rng(seed)
    order = random.permutation(len(digits.target))
    images, labels = (digits.data[order] / 16).astype("float32"), digits.target[order].astype("int32")
    confusions = annotators()
    given = answers(labels, confusions, random.random((len(confusions), len(labels))))  # (n, 8)
    given = np.where(random.random(given.shape) < share, given, -1).astype("int32")
    cuts = {"train": slice(0, 1200), "validation": slice(1200, 1497), "test": slice(1497, None)}
    return {split: (images[cut], {"crowd": given[cut], "digit": labels[cut]}) for split, cut in cuts.items()}
