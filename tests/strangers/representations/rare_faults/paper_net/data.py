"""Readings of machines, few of which fail. The rare class is oversampled; validation and test stay as they come."""

import numpy as np
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler


def load_mine(size, share, neighbours, seed):
    x, y = make_classification(
        size,
        n_features=18,
        n_informative=6,
        n_redundant=2,
        n_clusters_per_class=3,
        weights=[1 - share],
        class_sep=1.5,
        flip_y=0.005,
        random_state=seed,
    )
    x, x_test, y, y_test = train_test_split(x, y, test_size=0.2, random_state=seed, stratify=y)
    x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.25, random_state=seed, stratify=y)
    scaler = StandardScaler().fit(x_train)
    x_train, y_train = oversampled(x_train, y_train, neighbours, seed)
    splits = {"train": (x_train, y_train), "validation": (x_val, y_val), "test": (x_test, y_test)}
    return {
        name: (scaler.transform(x).astype("float32"), y[:, None].astype("int32")) for name, (x, y) in splits.items()
    }


def oversampled(x, y, neighbours, seed):
    """Three times as many of the rare class again, each between one of them and one of its neighbours."""
    rng = np.random.default_rng(seed)
    rare = x[y == 1]
    near = NearestNeighbors(n_neighbors=neighbours + 1).fit(rare).kneighbors(rare, return_distance=False)[:, 1:]
    made = 3 * len(rare)
    one = rng.integers(0, len(rare), made)
    other = near[one, rng.integers(0, neighbours, made)]
    between = rare[one] + rng.random((made, 1)) * (rare[other] - rare[one])
    return np.concatenate([x, between]), np.concatenate([y, np.ones(made, y.dtype)])
