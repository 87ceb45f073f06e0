"""YOURS. What is learnt from."""

import numpy as np


def edges(nodes, seed):
    """The edges of a random geometric graph in the unit square, (m, 2) each: 85 % train, 5 % validation, 10 % test."""
    rng = np.random.default_rng(seed)
    place = rng.uniform(size=(nodes, 2))
    distance = np.linalg.norm(place[:, None] - place[None], axis=-1)
    linked = rng.uniform(size=(nodes, nodes)) < 0.8 * np.exp(-((distance / 0.09) ** 2))
    all_edges = rng.permutation(np.argwhere(np.triu(linked, 1)))
    at = [int(share * len(all_edges)) for share in (0.85, 0.9)]
    return dict(zip(["train", "validation", "test"], np.split(all_edges, at), strict=True))


def adjacency(nodes, seed):
    """The normalized adjacency D^-1/2 (A + I) D^-1/2 that the network convolves with: of the training edges."""
    a = np.eye(nodes)
    seen = edges(nodes, seed)["train"]
    a[seen[:, 0], seen[:, 1]] = a[seen[:, 1], seen[:, 0]] = 1
    scale = a.sum(axis=1) ** -0.5
    return (scale[:, None] * a * scale[None]).astype("float32")


def load_mine(nodes, seed):
    """Each split's edges, and as many pairs that are no edge of any split."""
    rng = np.random.default_rng(seed + 1)
    given = edges(nodes, seed)
    taken = {tuple(pair) for pairs in given.values() for pair in pairs}
    splits = {}
    for split, positive in given.items():
        negative = []
        while len(negative) < len(positive):
            pair = tuple(np.sort(rng.integers(0, nodes, 2)))
            if pair[0] < pair[1] and pair not in taken:
                taken.add(pair)
                negative.append(pair)
        pairs = np.concatenate([positive, negative]).astype("int32")
        labels = np.repeat([1, 0], len(positive)).astype("int32")[:, None]
        splits[split] = pairs, labels
    return splits
