import numpy as np


def true_graph(nodes, edges, seed):
    """Weights (parent, child) of a random acyclic graph, 0.5 … 2 of either sign."""
    rng = np.random.default_rng(seed)
    pairs = np.argwhere(np.triu(np.ones((nodes, nodes)), 1))
    chosen = pairs[rng.choice(len(pairs), edges, replace=False)]
    weights = np.zeros((nodes, nodes))
    weights[tuple(chosen.T)] = rng.uniform(0.5, 2, edges) * rng.choice([-1, 1], edges)
    order = rng.permutation(nodes)  # so that the columns are in no causal order
    return weights[np.ix_(order, order)]


def load_mine(nodes, edges, seed):
    weights = true_graph(nodes, edges, seed)
    noise = np.random.default_rng(seed + 1).normal(size=(2000, nodes))
    x = noise @ np.linalg.inv(np.eye(nodes) - weights)  # x = x W + noise
    x = x - x[:1000].mean(axis=0)
    parts = np.split(x.astype("float32"), [1000, 1500])
    return {name: (part, None) for name, part in zip(("train", "validation", "test"), parts, strict=False)}
