import numpy as np


def true_weights(seed):
    """The weighted adjacency of a random acyclic graph of 10 nodes and about 20 edges: x = x B + noise."""
    rng = np.random.default_rng(seed)
    edges = np.triu(rng.random((10, 10)) < 0.45, 1)
    weights = edges * rng.uniform(0.5, 1.5, (10, 10)) * rng.choice([-1, 1], (10, 10))
    order = rng.permutation(10)
    return weights[np.ix_(order, order)]


def load_mine(seed):
    """Samples x = n (I - B)^-1 with noise n of equal variance 1, centred by the mean of the training samples."""
    rng = np.random.default_rng(seed + 1)
    x = rng.normal(size=(3000, 10)) @ np.linalg.inv(np.eye(10) - true_weights(seed))
    x = (x - x[:2000].mean(axis=0)).astype("float32")
    return {"train": (x[:2000], None), "validation": (x[2000:], None)}
