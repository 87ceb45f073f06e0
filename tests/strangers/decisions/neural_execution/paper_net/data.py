import numpy as np

FAR = 3.0  # the distance of what has not been reached


def load_mine(graphs, nodes, tested, seed):
    """Bellman and Ford's algorithm, step by step, on random directed graphs.

    Args:
        graphs: of training, validation and test.
        nodes: of a graph of training and validation.
        tested: nodes of a graph of the test.
        seed: of what is drawn.

    Returns:
        The splits: each ({"distance": (n, v) before a step, "edges": (n, v, v), the length of the edge from the first
        node to the second, 0 for none}, (n, v) distances after it); and the groups: the graph of each sample.
    """
    draw = np.random.default_rng(seed)
    splits, groups, named = {}, {}, 0
    for split, number, v in zip(["train", "validation", "test"], graphs, [nodes, nodes, tested], strict=False):
        before, edges, after, graph = [], [], [], []
        for _ in range(number):
            there = (draw.random((v, v)) < 2.5 / v) & ~np.eye(v, dtype=bool)
            lengths = np.where(there, draw.uniform(0.2, 1.0, (v, v)), 0)
            distance = np.full(v, FAR)
            distance[draw.integers(v)] = 0
            named += 1
            while True:
                through = np.where(there, distance[:, None] + lengths, FAR).min(axis=0)
                new = np.minimum(np.minimum(distance, through), FAR)
                before.append(distance)
                edges.append(lengths)
                after.append(new)
                graph.append(named)
                if (new == distance).all():
                    break
                distance = new
        inputs = {"distance": np.array(before, "float32"), "edges": np.array(edges, "float32")}
        splits[split], groups[split] = (inputs, np.array(after, "float32")), np.array(graph)
    return {**splits, "groups": groups}
