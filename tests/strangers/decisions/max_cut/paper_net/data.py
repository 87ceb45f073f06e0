import numpy as np


def load_mine(graphs, nodes, seed):
    """Random graphs, of which no cut is known: there is nothing to learn from but the graphs themselves.

    Half of the nodes are on either side; edges between sides are likelier than within. The nodes are in random order.

    Args:
        graphs: of all splits together.
        nodes: of each graph.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: {"adjacency": Float["b n n"], "start": Float["b n 4"]}, None. `start` is noise, so
        that nodes that look alike can be told apart.
    """
    rng = np.random.default_rng(seed)
    side = rng.permuted(np.tile(np.arange(nodes) % 2, (graphs, 1)), axis=1)  # (b, n)
    across = side[:, :, None] != side[:, None, :]
    likely = np.where(across, rng.uniform(0.3, 0.6, (graphs, 1, 1)), rng.uniform(0.05, 0.25, (graphs, 1, 1)))
    upper = np.triu(rng.random((graphs, nodes, nodes)) < likely, k=1)
    adjacency = (upper | upper.transpose(0, 2, 1)).astype("float32")
    start = rng.normal(size=(graphs, nodes, 4)).astype("float32")
    a, b = int(0.7 * graphs), int(0.85 * graphs)
    parts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: ({"adjacency": adjacency[part], "start": start[part]}, None) for name, part in parts.items()}
