"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
"""

import numpy as np


def load_images(validation=250, test=250, training=None, noise=0.0):
    """Scikit-learn's digits: 1,797 scanned images of 8×8 with 17 grey levels.

    The last samples are held out unshuffled: neighbours come from one writer, who should not be on both sides.

    Args:
        validation: samples held out for validation, before the test's.
        test: samples held out for the test, the last ones.
        training: as many samples of each class are kept for training; None keeps all.
        noise: share of the training labels that are replaced by another class, drawn once.

    Returns:
        The splits; inputs Float["b 8 8 1"] in 0 … 1; targets Int["b"] in 0 … 9.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    inputs, targets = (images.reshape(-1, 8, 8, 1) / 16).astype("float32"), labels.astype("int32")
    train_end, validation_end = len(inputs) - validation - test, len(inputs) - test
    train = (inputs[:train_end], targets[:train_end])
    if training is not None:
        rows = np.concatenate([np.flatnonzero(train[1] == digit)[:training] for digit in range(10)])
        train = (train[0][rows], train[1][rows])
    if noise:
        train = (train[0], mislabelled(train[1], noise))
    return {
        "train": train,
        "validation": (inputs[train_end:validation_end], targets[train_end:validation_end]),
        "test": (inputs[validation_end:], targets[validation_end:]),
    }


def mislabelled(labels, share):
    """The labels with a share of them moved to another class."""
    random = np.random.default_rng(0)
    wrong = random.random(len(labels)) < share
    return np.where(wrong, (labels + random.integers(1, 10, len(labels))) % 10, labels).astype("int32")


def load_soft(validation=250, test=250, neighbours=15):
    """The digits with soft labels: the votes of the nearest neighbours, as a teacher gives them.

    Returns:
        The splits; inputs Float["b 8 8 1"] in 0 … 1; targets Float["b 10"], a distribution over the classes.
    """
    from sklearn.neighbors import KNeighborsClassifier

    splits = load_images(validation, test)
    inputs, labels = splits["train"]
    teacher = KNeighborsClassifier(neighbours).fit(inputs.reshape(len(inputs), -1), labels)
    return {
        name: (images, teacher.predict_proba(images.reshape(len(images), -1)).astype("float32"))
        for name, (images, _) in splits.items()
    }
