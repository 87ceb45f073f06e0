import numpy as np
from sklearn.datasets import load_sample_image


def load_mine(name, size, train, held_out, seed):
    """Small patches of a photograph in shades of grey, 0 … 255, from its left to learn, from its right to judge.

    Args:
        name: of a sample image of scikit-learn.
        size: pixels a side of a patch.
        train: patches to learn from.
        held_out: patches of the validation, and as many of the test.
        seed: of their places.

    Returns:
        The splits; patches (n, size, size, 1), without targets.
    """
    rng = np.random.default_rng(seed)
    grey = np.round(load_sample_image(name).mean(axis=-1))  # (427, 640)
    parts = {"train": (0, 400, train), "validation": (400, 520, held_out), "test": (520, 640, held_out)}
    splits = {}
    for split, (first, last, count) in parts.items():
        rows = rng.integers(len(grey) - size + 1, size=count)
        columns = rng.integers(first, last - size + 1, size=count)
        patches = [grey[i : i + size, j : j + size] for i, j in zip(rows, columns, strict=True)]
        splits[split] = np.stack(patches)[..., None].astype("float32"), np.zeros(count, "float32")
    return splits
