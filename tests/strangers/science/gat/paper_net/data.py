"""YOURS. What is learnt from: random graphs with communities."""

import numpy as np


def load_mine(graphs, size, seed):
    """Stochastic block models: linked nodes are mostly of one community, and features alone say little.

    Args:
        graphs: how many, of all splits: 60, 20 and 20 %.
        size: nodes of a graph.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    community = rng.integers(0, 3, (graphs, size))
    same = community[:, :, None] == community[:, None, :]
    links = rng.random((graphs, size, size)) < np.where(same, 0.5, 0.06)
    links = np.triu(links, 1)
    edges = links | links.transpose(0, 2, 1) | np.eye(size, dtype=bool)
    centres = rng.normal(size=(3, 6))
    nodes = centres[community] + 2.0 * rng.normal(size=(graphs, size, 6))

    def part(start, stop):
        rows = slice(int(start * graphs), int(stop * graphs))
        return {"nodes": nodes[rows].astype("float32"), "edges": edges[rows].astype("float32")}, community[rows].astype(
            "int32"
        )

    return {"train": part(0, 0.6), "validation": part(0.6, 0.8), "test": part(0.8, 1)}
