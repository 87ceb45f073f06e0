import numpy as np


def load_mine(queries, documents, features, noise, seed):
    """Queries with up to `documents` documents each, of which features and a graded relevance are known.

    Args:
        queries: how many for training, validation and test.
        noise: of the judges.
    """
    rng = np.random.default_rng(seed)

    def draw(n):
        x = rng.normal(size=(n, documents, features)) * np.linspace(0.5, 3, features)
        z = x / np.linspace(0.5, 3, features)
        liking = z[..., 0] + 1.2 * z[..., 1] * z[..., 2] + np.sin(2 * z[..., 3]) - 0.7 * z[..., 4]
        liking = liking + noise * rng.normal(size=liking.shape)
        relevance = 4 / (1 + np.exp(-liking))
        there = np.arange(documents) < rng.integers(documents // 2, documents + 1, size=(n, 1))
        return np.where(there[..., None], x, 0), np.where(there, relevance, -1)

    splits = {split: draw(n) for split, n in zip(["train", "validation", "test"], queries, strict=False)}
    x, y = splits["train"]
    mean, std = x[y >= 0].mean(axis=0), x[y >= 0].std(axis=0)
    return {s: (((x - mean) / std).astype("float32"), y.astype("float32")) for s, (x, y) in splits.items()}
