import numpy as np


def load_mine(width, height, relations, wrong, seed):
    """Facts (subject, relation, object) of a map whose edges meet; each fact of training is told backwards, too."""
    rng = np.random.default_rng(seed)
    places = width * height
    names = rng.permutation(places)
    ways = [(x, y) for x in range(-3, 4) for y in range(-3, 4) if (x, y) > (0, 0)]
    steps = rng.choice(ways, relations, replace=False)
    x, y = np.divmod(np.arange(places), height)
    facts = []
    for relation, (dx, dy) in enumerate(steps):
        there = (x + dx) % width * height + (y + dy) % height
        there = np.where(rng.random(places) < wrong, rng.integers(0, places, places), there)
        facts += [(names[a], relation, names[b]) for a, b in zip(np.arange(places), there, strict=True)]
    facts = rng.permutation(np.array(facts, "int32"))
    number = np.arange(len(facts))
    first, second = int(0.8 * len(facts)), int(0.9 * len(facts))
    parts = {
        "train": (np.concatenate([facts[:first], backwards(facts[:first], relations)]), np.tile(number[:first], 2)),
        "validation": (facts[first:second], number[first:second]),
        "test": (facts[second:], number[second:]),
    }
    splits = {name: as_samples(triples) for name, (triples, _) in parts.items()}
    splits["groups"] = {name: fact for name, (_, fact) in parts.items()}
    return splits


def backwards(facts, relations):
    """The same facts from the object to the subject, by the reciprocal relation, which has a number of its own."""
    facts = np.asarray(facts, "int32")
    return np.stack([facts[:, 2], facts[:, 1] + relations, facts[:, 0]], axis=1)


def as_samples(triples):
    """What is asked, (subject, relation), and what is answered, the object."""
    return {"subject": triples[:, 0], "relation": triples[:, 1]}, triples[:, 2]
