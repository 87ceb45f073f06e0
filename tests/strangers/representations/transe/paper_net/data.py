import numpy as np


def both_ways(triples, relations):
    """Of each (head, relation, tail) that one, and (tail, relation + relations, head), its inverse, behind all."""
    head, relation, tail = np.asarray(triples).T
    return np.concatenate([np.asarray(triples), np.stack([tail, relation + relations, head], axis=1)])


def facts(draw, entities, relations, links):
    """Triples of a small world, one a pair: a relation leads from a place to one of the five nearest to another."""
    place = draw.uniform(-1, 1, (entities, 3))
    way = draw.normal(0, 0.6, (relations, 3))
    head, relation = draw.integers(0, entities, links), draw.integers(0, relations, links)
    distance = np.linalg.norm((place[head] + way[relation])[:, None] - place, axis=-1)
    distance[np.arange(links), head] = np.inf
    tail = np.argsort(distance, axis=1)[np.arange(links), draw.integers(0, 5, links)]
    pair = entities * np.minimum(head, tail) + np.maximum(head, tail)
    return np.stack([head, relation, tail], axis=1)[np.unique(pair, return_index=True)[1]]


def load_mine(entities, relations, links, seed):
    """The facts and their inverses; a fact and its inverse are in one split."""
    draw = np.random.default_rng(seed)
    triples = draw.permutation(facts(draw, entities, relations, links))
    cut = [int(0.8 * len(triples)), int(0.9 * len(triples))]
    splits, groups = {}, {}
    for split, part in zip(("train", "validation", "test"), np.split(triples, cut), strict=True):
        x = both_ways(part, relations).astype("int32")
        splits[split] = ({"head": x[:, 0], "relation": x[:, 1], "tail": x[:, 2]}, None)
        groups[split] = np.array([f"{min(h, t)}-{max(h, t)}" for h, _, t in x])
    return {**splits, "groups": groups}
