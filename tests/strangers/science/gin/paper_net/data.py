import numpy as np


def load_mine(graphs, largest, seed):
    """Random graphs of about the same number of edges, and which of three processes made them.

    Args:
        graphs: how many, in all; a sixth of them to validate, a sixth to test.
        largest: nodes of a graph, at most; smaller ones are filled up.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    process = rng.integers(3, size=graphs).astype("int32")
    adjacency = np.zeros((graphs, largest, largest), "float32")
    nodes = np.zeros((graphs, largest, 1), "float32")
    for graph, kind in enumerate(process):
        n = rng.integers(largest // 2, largest + 1)
        edges = (erdos, small_world, preferential)[kind](n, rng)
        adjacency[graph, :n, :n] = np.maximum(edges, edges.T)
        nodes[graph, :n] = 1  # no node has a feature of its own
    ends = np.cumsum([graphs - 2 * (graphs // 6), graphs // 6, graphs // 6])
    parts = np.split(np.arange(graphs), ends[:-1])
    return {
        split: ({"adjacency": adjacency[part], "nodes": nodes[part]}, process[part])
        for split, part in zip(("train", "validation", "test"), parts, strict=True)
    }


def erdos(n, rng):
    return np.triu(rng.random((n, n)) < 4 / (n - 1), 1)


def small_world(n, rng, rewired=0.2):
    edges = np.zeros((n, n), bool)
    for i in range(n):
        for step in (1, 2):
            j = rng.integers(n) if rng.random() < rewired else (i + step) % n
            edges[i, j] = i != j
    return edges


def preferential(n, rng):
    edges = np.zeros((n, n), bool)
    edges[0, 1] = edges[0, 2] = edges[1, 2] = True
    for i in range(3, n):
        degree = (edges + edges.T).sum(1)[:i]
        edges[rng.choice(i, 2, replace=False, p=degree / degree.sum()), i] = True
    return edges
