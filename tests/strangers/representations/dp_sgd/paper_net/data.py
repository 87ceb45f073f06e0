"""Drawn by scikit-learn: 20 answers, four kinds of people. Scaled by the training split."""

from sklearn.datasets import make_classification
from sklearn.preprocessing import StandardScaler


def load_mine(train, held_out, seed):
    x, y = make_classification(
        train + 2 * held_out,
        n_features=20,
        n_informative=8,
        n_redundant=4,
        n_classes=4,
        n_clusters_per_class=1,
        class_sep=1.3,
        flip_y=0.02,
        random_state=seed,
    )
    scaler = StandardScaler().fit(x[:train])
    x, y = scaler.transform(x).astype("float32"), y.astype("int32")
    middle = train + held_out
    return {
        "train": (x[:train], y[:train]),
        "validation": (x[train:middle], y[train:middle]),
        "test": (x[middle:], y[middle:]),
    }
