import numpy as np


def load_mine(graphs, nodes, degree, steps, seed):
    """Random directed graphs: which nodes does a signal reach from the marked one, within so many steps?

    Args:
        nodes: of the largest; smaller graphs are filled up with nodes that do not exist.
        degree: edges that leave a node, on average.
        steps: along edges, in their direction.

    Returns:
        The splits; an edge from i to j stands at edges[i, j]; a target is -1 where there is no node.
    """
    rng = np.random.default_rng(seed)
    size = rng.integers(nodes // 2, nodes + 1, graphs)
    exists = np.arange(nodes) < size[:, None]
    edges = rng.random((graphs, nodes, nodes)) < degree / size[:, None, None]
    edges &= exists[:, :, None] & exists[:, None, :] & ~np.eye(nodes, dtype=bool)
    start = (rng.random(graphs) * size).astype(int)
    reached = np.arange(nodes) == start[:, None]
    marks = np.stack([exists, reached], axis=-1).astype("float32")
    for _ in range(steps):
        reached = reached | np.einsum("gi,gij->gj", reached, edges)
    y = np.where(exists, reached, -1).astype("float32")
    x = {"edges": edges.astype("float32"), "marks": marks}
    a, b = graphs * 6 // 10, graphs * 8 // 10
    cuts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: ({key: of[at] for key, of in x.items()}, y[at]) for name, at in cuts.items()}
