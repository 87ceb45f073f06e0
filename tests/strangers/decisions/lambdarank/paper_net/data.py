import numpy as np


def load_mine(queries, documents, seed):
    """Queries, each with its documents and their grades of relevance, 0 … 4; shorter lists are filled up.

    Args:
        queries: of training, validation and test.
        documents: of a query, at most; at least half of them.
        seed: of what is drawn.

    Returns:
        The splits, each (features (n, documents, 12), grades (n, documents)); the grade of what fills up is -1.
    """
    draw = np.random.default_rng(seed)
    w = draw.normal(size=(12, 3))
    splits = {}
    for split, number in zip(["train", "validation", "test"], queries, strict=False):
        x = draw.normal(size=(number, documents, 12))
        x[..., :4] = draw.normal(size=(number, 1, 4))  # of the query: the same for each of its documents
        match = np.sin(x[..., :4] @ w[:4]) * np.tanh(x[..., 4:] @ w[4:])
        utility = 2 * match.sum(axis=-1) + 0.5 * draw.normal(size=(number, documents))
        grades = np.digitize(utility, [-0.5, 1.0, 2.0, 3.0]).astype("float32")
        sizes = draw.integers(documents // 2, documents + 1, (number, 1))
        there = np.arange(documents) < sizes
        splits[split] = np.where(there[..., None], x, 0).astype("float32"), np.where(there, grades, -1)
    return {split: (x, y.astype("float32")) for split, (x, y) in splits.items()}
