import numpy as np


def people(random, ill):
    """Ten measurements of each: two rings, one about the other, turned into ten dimensions, with noise."""
    radius = np.where(ill, 2.5, 1.0) + 0.25 * random.normal(size=len(ill))
    angle = random.uniform(0, 2 * np.pi, len(ill))
    plane = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    mix = np.random.default_rng(7).normal(size=(2, 10)) / 2
    return (plane @ mix + 0.1 * random.normal(size=(len(ill), 10))).astype("float32")


def load_mine(seed, known, unknown, prior):
    """Training and validation: some known to be ill (1) and a sample of all, not examined (0). Test: who is ill (1)."""
    random = np.random.default_rng(seed)
    splits = {}
    for split, share in {"train": 1.0, "validation": 0.25}.items():
        p, u = int(share * known), int(share * unknown)
        x = np.concatenate([people(random, np.ones(p, bool)), people(random, random.random(u) < prior)])
        y = np.concatenate([np.ones(p), np.zeros(u)]).astype("float32")[:, None]
        order = random.permutation(p + u)
        splits[split] = (x[order], y[order])
    ill = random.random(1000) < prior
    return splits | {"test": (people(random, ill), ill.astype("float32")[:, None])}
