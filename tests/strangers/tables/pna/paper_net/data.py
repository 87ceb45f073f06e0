import numpy as np


def distances(adjacency):
    """Of each pair of nodes the number of edges between them; the number of nodes where there is no way."""
    n = adjacency.shape[-1]
    reached = np.broadcast_to(np.eye(n, dtype=bool), adjacency.shape)
    result = np.where(reached, 0, n)
    for step in range(1, n):
        reached = reached | (reached.astype("float32") @ adjacency > 0)
        result = np.where(reached & (result == n), step, result)
    return result


def load_mine(train, held_out, nodes, seed):
    """Connected graphs: a random tree, and further edges with a probability that differs from graph to graph.

    Args:
        train: graphs to learn from.
        held_out: graphs of the validation, and as many of the test.
        nodes: of each graph.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    graphs = train + 2 * held_out
    share = random.uniform(0, 0.25, size=(graphs, 1, 1))
    upper = np.triu(random.uniform(size=(graphs, nodes, nodes)) < share, 1)
    for node in range(1, nodes):
        upper[np.arange(graphs), random.integers(0, node, size=graphs), node] = True
    adjacency = (upper | upper.transpose(0, 2, 1)).astype("float32")
    for graph in adjacency:  # names of nodes say nothing
        order = random.permutation(nodes)
        graph[:] = graph[order][:, order]
    away = distances(adjacency)
    source = random.integers(0, nodes, size=graphs)
    features = np.stack([np.eye(nodes)[source], random.uniform(size=(graphs, nodes))], axis=-1).astype("float32")
    y = np.stack([away[np.arange(graphs), source], away.max(axis=-1)], axis=-1)
    y = (y - y[:train].mean(axis=(0, 1))) / y[:train].std(axis=(0, 1))
    y = y.astype("float32")

    def rows(low, high):
        return {"features": features[low:high], "adjacency": adjacency[low:high]}, y[low:high]

    return {
        "train": rows(0, train),
        "validation": rows(train, train + held_out),
        "test": rows(train + held_out, graphs),
    }
