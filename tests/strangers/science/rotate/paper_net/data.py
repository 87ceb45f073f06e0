"""YOURS. What is learnt from: triples of a graph whose relations turn rings of entities."""

import numpy as np

RELATIONS = [(0, 1), (0, 2), (0, -1), (0, 7), (1, 0), (2, 0), (3, 4), (-1, 0)]  # rings on, places on


def load_mine(rings, size, repeats, negatives, seed):
    """Triples (head, relation, tail), each with the true tail at a random place among tails that are false.

    Args:
        rings: of entities.
        size: entities of a ring.
        repeats: how often a triple is trained on, each time beside other false tails.
        negatives: false tails.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    entities = rings * size
    head, relation = (a.ravel() for a in np.meshgrid(np.arange(entities), np.arange(len(RELATIONS)), indexing="ij"))
    step = np.array(RELATIONS)[relation]
    tail = (head // size + step[:, 0]) % rings * size + (head % size + step[:, 1]) % size
    order = rng.permutation(len(head))
    first, second = int(0.6 * len(order)), int(0.8 * len(order))

    def part(triples, times):
        triples = np.repeat(triples, times)
        false = rng.integers(0, entities - 1, (len(triples), negatives + 1))
        tails = false + (false >= tail[triples, None])  # every entity but the true tail
        place = rng.integers(0, negatives + 1, len(triples))
        tails[np.arange(len(triples)), place] = tail[triples]
        inputs = {"head": head[triples], "relation": relation[triples], "tails": tails}
        inputs = {name: values.astype("int32") for name, values in inputs.items()}
        return (inputs, place.astype("int32")), triples

    parts = {
        "train": part(order[:first], repeats),
        "validation": part(order[first:second], 1),
        "test": part(order[second:], 1),
    }
    return {name: pair for name, (pair, _) in parts.items()} | {"groups": {n: g for n, (_, g) in parts.items()}}
