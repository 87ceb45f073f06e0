import numpy as np


def load_mine(counts, nodes, edge_share, marks, seed):
    """Random graphs, each node with random marks that tell it from the others; what the loss reads is the graph."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in counts.items():
        adjacency = symmetric(rng.random((count, nodes, nodes)) < edge_share)
        inputs = {"adjacency": adjacency, "marks": rng.standard_normal((count, nodes, marks)).astype("float32")}
        splits[split] = (inputs, adjacency)
    return splits


def symmetric(drawn):
    """An adjacency matrix from what was drawn above the diagonal: both ways, no node its own neighbour."""
    above = np.triu(drawn, k=1).astype("float32")  # (…, n, n)
    return above + np.swapaxes(above, -1, -2)
