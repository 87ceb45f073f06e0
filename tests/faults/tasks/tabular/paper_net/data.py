"""YOURS. What is learnt from: readings of twenty sensors on ten kinds of material."""

import numpy as np
from sklearn import datasets


def read_sensors(samples=2000, seed=7):
    """The readings as they are in the file: sorted by kind, each sensor in a unit of its own.

    Returns:
        Float["b 20"] and Int["b"], the kind, 0 … 9.
    """
    generator = np.random.default_rng(seed)
    readings, kinds = datasets.make_classification(
        samples,
        n_features=20,
        n_informative=10,
        n_redundant=4,
        n_classes=10,
        n_clusters_per_class=2,
        class_sep=1.6,
        flip_y=0.02,
        random_state=seed,
    )
    readings = readings * generator.uniform(0.5, 200, 20) + generator.uniform(-300, 900, 20)
    by_kind = np.argsort(kinds, kind="stable")
    return readings[by_kind], kinds[by_kind]


def load_sensors(validation=400):
    """The splits, standardized by what the training split tells."""
    readings, kinds = read_sensors()
    generator = np.random.default_rng(0)
    order = generator.permutation(len(readings))
    readings, kinds = readings[order], kinds[order]

    known = readings[:-validation]
    mean, std = known.mean(axis=0), known.std(axis=0)
    inputs = ((readings - mean) / std).astype("float32")
    targets = kinds.astype("int32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
