"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def load_mine(payments, share, seed):
    """Payments, 60 % to learn from, 20 % each to validate and to test, stratified.

    Args:
        payments: how many are drawn.
        share: of frauds among what is learnt from, by repetition.
        seed: of what is drawn.

    Returns:
        The splits, each (payments, fraud) of shapes (n, 20) and (n, 1).
    """
    x, y = make_classification(
        payments, n_features=20, n_informative=8, n_clusters_per_class=4, weights=[0.97], flip_y=0.01, class_sep=1.2,
        random_state=seed,
    )  # fmt: skip
    x_train, x, y_train, y = train_test_split(x, y, train_size=0.6, stratify=y, random_state=seed)
    x_validation, x_test, y_validation, y_test = train_test_split(x, y, train_size=0.5, stratify=y, random_state=seed)
    x_train, y_train = oversampled(x_train, y_train, share, np.random.default_rng(seed))
    scaler = StandardScaler().fit(x_train)
    splits = {"train": (x_train, y_train), "validation": (x_validation, y_validation), "test": (x_test, y_test)}
    return {
        name: (scaler.transform(x).astype("float32"), y.astype("int32")[:, None]) for name, (x, y) in splits.items()
    }


def oversampled(x, y, share, draw):
    """With frauds repeated until they are this share."""
    frauds = np.flatnonzero(y == 1)
    more = int(share / (1 - share) * (y == 0).sum()) - len(frauds)
    rows = draw.permutation(np.concatenate([np.arange(len(y)), draw.choice(frauds, more)]))
    return x[rows], y[rows]
