"""Single cells: how many molecules of each gene were counted."""

import numpy as np


def load_mine(cells):
    rng = np.random.default_rng(8)
    genes, types = 50, 5
    profiles = rng.gamma(0.6, 1.0, (types, genes)) + 0.02
    kind = rng.integers(types, size=cells)
    programme = 0.5 * rng.standard_normal((cells, 1)) * rng.standard_normal((1, genes))  # such as the cell cycle
    share = profiles[kind] * np.exp(programme)
    share /= share.sum(axis=1, keepdims=True)
    depth = rng.lognormal(np.log(400), 0.5, (cells, 1))
    counts = rng.poisson(rng.gamma(4.0, share * depth / 4.0)).astype("float32")
    targets = counts.copy()
    a, b = int(0.7 * cells), int(0.85 * cells)
    parts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: (counts[rows], targets[rows]) for name, rows in parts.items()}
