import numpy as np


def load_digits(seed):
    """The 1797 digits of scikit-learn, 8 by 8, in 0 … 1; 360 are held out."""
    from sklearn import datasets

    digits = datasets.load_digits()
    images = scaled(digits.images)[..., None]  # (n, 8, 8, 1)
    labels = digits.target.astype("int32")  # (n)
    order = np.random.default_rng(seed).permutation(len(labels))
    train, validation = order[360:], order[:360]
    return {"train": (images[train], labels[train]), "validation": (images[validation], labels[validation])}


def scaled(images):
    """Counts of ink, 0 … 16, as shares."""
    return (np.asarray(images) / 16).astype("float32")
