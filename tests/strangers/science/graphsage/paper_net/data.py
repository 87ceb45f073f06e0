import numpy as np


def load_mine(graphs, nodes, first, second, seed):
    """Nodes of random graphs with four communities, each with a sample of its neighbours and of theirs.

    Args:
        graphs: how many; two thirds are learnt from, a sixth is validated on, a sixth tested on (inductive).
        nodes: of each graph.
        first: neighbours drawn of each node, with replacement.
        second: neighbours drawn of each of these.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    means = rng.normal(size=(4, 8))
    labels = rng.integers(4, size=graphs * nodes)
    graph = np.repeat(np.arange(graphs), nodes)
    features = (means[labels] + rng.normal(0, 1.8, (len(labels), 8))).astype("float32")
    edges = []
    for g in range(graphs):
        own = labels[graph == g]
        likely = np.where(own[:, None] == own[None], 0.25, 0.03)
        pairs = np.argwhere(np.triu(rng.random((nodes, nodes)) < likely, 1))
        edges.append(pairs + g * nodes)
    edges = np.concatenate(edges)
    edges = np.concatenate([edges, edges[:, ::-1]])  # both directions
    near = [[] for _ in labels]
    for source, target in edges:
        near[target].append(source)

    def drawn(centres, count):
        of_each = [rng.choice(near[c] or [c], count) for c in centres.ravel()]
        return np.array(of_each).reshape(*centres.shape, count)

    hop1 = drawn(np.arange(len(labels)), first)  # (nodes, first)
    hop2 = drawn(hop1, second)  # (nodes, first, second)
    splits, groups = {}, {}
    bounds = {"train": (0, 4), "validation": (4, 5), "test": (5, 6)}
    for split, (low, high) in bounds.items():
        chosen = (graph >= low * graphs // 6) & (graph < high * graphs // 6)
        inputs = {"node": features[chosen], "hop1": features[hop1[chosen]], "hop2": features[hop2[chosen]]}
        splits[split] = inputs, labels[chosen].astype("int32")
        groups[split] = graph[chosen]
    return {**splits, "groups": groups}
