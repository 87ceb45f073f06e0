import numpy as np


def load_mine(train, held_out, length, seed):
    """Documents whose features are shifted by their query, with grades that depend on what is left of it.

    Args:
        train: queries to learn from.
        held_out: queries of the validation, and as many of the test.
        length: documents of a query, at most; 6 at least.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    queries = train + 2 * held_out
    z = random.normal(size=(queries, length, 8))
    worth = z[..., 0] + np.maximum(z[..., 1], z[..., 2]) - np.abs(z[..., 3]) + 0.5 * z[..., 4] * z[..., 5]
    worth += random.normal(scale=0.5, size=worth.shape)
    grade = np.digitize(worth, np.quantile(worth, [0.5, 0.75, 0.9, 0.97])).astype("float32")
    x = (z + random.normal(scale=0.5, size=(queries, 1, 8))).astype("float32")
    there = np.arange(length) < random.integers(6, length + 1, size=(queries, 1))
    best = np.where(there, worth, -np.inf).argmax(axis=1)
    grade[np.arange(queries), best] = np.maximum(grade[np.arange(queries), best], 1)  # each query has an answer
    x, grade = np.where(there[..., None], x, 0), np.where(there, grade, -1)
    bounds = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, queries)}
    return {split: (x[low:high], grade[low:high]) for split, (low, high) in bounds.items()}
