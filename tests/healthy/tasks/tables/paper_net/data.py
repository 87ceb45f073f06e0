"""YOURS. What is learnt from: tables."""

import numpy as np


def split(inputs, targets, training, standardized=True):
    """The splits, from rows that are already shuffled; the columns standardized by the training rows."""
    if standardized:
        inputs = (inputs - inputs[:training].mean(0)) / inputs[:training].std(0)
    inputs = inputs.astype("float32")
    return {"train": (inputs[:training], targets[:training]), "validation": (inputs[training:], targets[training:])}


def load_diabetes(training=340):
    """Scikit-learn's diabetes: the disease's progress, 25 to 346, from ten raw columns of odd scales.

    Returns:
        The splits; inputs Float["b 10"] and targets Float["b 1"], both standardized by the training rows.
    """
    from sklearn import datasets

    inputs, targets = datasets.load_diabetes(return_X_y=True, scaled=False)
    order = np.random.default_rng(0).permutation(len(inputs))
    inputs, targets = inputs[order], targets[order, None]
    targets = (targets - targets[:training].mean()) / targets[:training].std()
    return split(inputs, targets.astype("float32"), training)


def load_cancer(training=430):
    """Scikit-learn's breast cancer. Returns the splits; inputs Float["b 30"]; targets Float["b 1"], 1 for benign."""
    from sklearn import datasets

    inputs, targets = datasets.load_breast_cancer(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(inputs))
    return split(inputs[order], targets[order, None].astype("float32"), training)


def load_wine(training=130):
    """Scikit-learn's wines. Returns the splits; inputs Float["b 13"]; targets Int["b"] in 0 … 2."""
    from sklearn import datasets

    inputs, targets = datasets.load_wine(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(inputs))
    return split(inputs[order], targets[order].astype("int32"), training)


def load_rare(training=1200, validation=600, shares=(0.86, 0.1, 0.04)):
    """Three overlapping classes, two of them rare. Returns the splits; inputs Float["b 8"]; targets Int["b"]."""
    from sklearn.datasets import make_classification

    inputs, targets = make_classification(
        training + validation,
        n_features=8,
        n_informative=5,
        n_redundant=1,
        n_classes=3,
        n_clusters_per_class=1,
        weights=list(shares),
        class_sep=1.5,
        flip_y=0.0,
        random_state=3,
    )
    return split(inputs, targets.astype("int32"), training)


def load_heavy_tails(training=1000, validation=400):
    """Amounts as they come in invoices: most are small, few are huge, and standardizing leaves them so.

    Returns:
        The splits; inputs Float["b 6"], standardized, up to about 20; targets Int["b"], whether the ratio of two of
        them, with one more, is high.
    """
    random = np.random.default_rng(0)
    logarithms = random.normal(size=(training + validation, 6))
    targets = logarithms[:, 0] - logarithms[:, 1] + 0.5 * logarithms[:, 2] > 0
    return split(np.exp(logarithms), targets.astype("int32"), training)


def load_grades(training=900, validation=400):
    """Five grades, in an order. Returns the splits; inputs Float["b 6"]; targets Int["b"] in 0 … 4."""
    random = np.random.default_rng(0)
    inputs = random.normal(size=(training + validation, 6))
    quality = inputs[:, 0] + inputs[:, 1] * inputs[:, 2] + 0.5 * np.tanh(2 * inputs[:, 3])
    quality += 0.1 * random.normal(size=len(quality))
    targets = np.digitize(quality, np.quantile(quality[:training], [0.2, 0.4, 0.6, 0.8]))
    return split(inputs, targets.astype("int32"), training)


def load_tags(training=900, validation=400):
    """Texts with none, one or several of six tags, as counts of words.

    Returns:
        The splits; inputs Float["b 30"], logarithms of the counts, standardized; targets Float["b 6"], 0 or 1.
    """
    from sklearn.datasets import make_multilabel_classification

    counts, targets = make_multilabel_classification(
        training + validation, n_features=30, n_classes=6, n_labels=2, length=60, random_state=0
    )
    return split(np.log1p(counts), targets.astype("float32"), training)


def load_cars(training=700, validation=300, surprises=0.0):
    """Cars by price, doors, seats and safety: 72 kinds, each many times, acceptable or not by a rule.

    Args:
        training: rows.
        validation: rows, drawn like those of training; most are equal to some of these.
        surprises: share of rows, on both sides, that were judged against the rule.

    Returns:
        The splits; inputs Int["b 4"], a level in each column; targets Int["b"], 0 or 1.
    """
    random = np.random.default_rng(0)
    price, doors, seats, safety = (random.integers(0, levels, training + validation) for levels in (4, 3, 2, 3))
    acceptable = (safety > 0) & (price - safety < 2) & ((seats > 0) | (doors < 2))
    acceptable ^= random.random(len(acceptable)) < surprises
    inputs, targets = np.stack([price, doors, seats, safety], -1).astype("int32"), acceptable.astype("int32")
    return {"train": (inputs[:training], targets[:training]), "validation": (inputs[training:], targets[training:])}
