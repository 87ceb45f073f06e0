import numpy as np


def load_mine(graphs, nodes, communities, inside, between, seed):
    """Stochastic block models whose nodes have features around a mean of their community, the same in all graphs.

    Args:
        graphs: of each split.
        nodes: of a graph.
        communities: a node is in each with the same probability.
        inside, between: probability of an edge in a community, and between two.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    means = rng.normal(0, 0.45, (communities, 12))

    def draw(count):
        labels = rng.integers(0, communities, (count, nodes))
        features = means[labels] + rng.normal(0, 1, (count, nodes, 12))
        same = labels[:, :, None] == labels[:, None, :]
        edges = np.triu(rng.random(same.shape) < np.where(same, inside, between), 1)
        adjacency = edges | edges.transpose(0, 2, 1)
        inputs = {"features": features.astype("float32"), "adjacency": adjacency.astype("float32")}
        return inputs, labels.astype("int32")

    return {split: draw(count) for split, count in graphs.items()}
