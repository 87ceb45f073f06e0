import numpy as np


def load_mine(seed, tasks, untested):
    """Fingerprints of molecules, and for each assay whether they are toxic: 1, 0, or -1 where nobody tested it."""
    rng = np.random.default_rng(seed)
    number, bits = 4000, 64
    prints = (rng.random((number, bits)) < rng.uniform(0.1, 0.5, bits)).astype("float32")
    groups = np.maximum(prints @ rng.normal(size=(bits, 12)) / 3, 0)
    scores = groups @ rng.normal(size=(12, tasks))
    scores = 2 * (scores - np.median(scores, axis=0)) / scores.std(axis=0) + 0.3 * rng.logistic(size=(number, tasks))
    labels = np.where(rng.random((number, tasks)) < untested, -1, scores > 0).astype("float32")
    splits = {"train": slice(0, 2500), "validation": slice(2500, 3000), "test": slice(3000, 4000)}
    return {split: (prints[rows], labels[rows]) for split, rows in splits.items()}
