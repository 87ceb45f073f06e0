import numpy as np
from sklearn.datasets import load_digits


def load_mine(labelled, seed):
    """Digits: 1000 to learn from, all but `labelled` of them without their label; 400 and 397 held out.

    Args:
        labelled: how many keep their label, as many of each class.
        seed: of the order.
    """
    images, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(labels))
    images, labels = images[order].astype("float32") / 16, labels[order].astype("int32")
    known = np.concatenate([np.flatnonzero(labels[:1000] == digit)[: labelled // 10] for digit in range(10)])
    y_train = np.full(1000, -1, "int32")
    y_train[known] = labels[known]
    return {
        "train": (images[:1000], y_train),
        "validation": (images[1000:1400], labels[1000:1400]),
        "test": (images[1400:], labels[1400:]),
    }
