import numpy as np


def linked(draws, chance):
    """A table of links, the same in both directions and none from a node to itself, of draws above the diagonal."""
    upper = np.triu(draws < chance, k=1)
    return (upper | upper.T).astype("float32")


def load_mine(seed, graphs, nodes, noise):
    """Groups of people: whom each one knows, and a vague description of each; who shares an interest is acquainted."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(3, 8))
    shares = random.dirichlet([2.0, 2.0, 2.0], size=graphs)  # (g, 3)
    interest = np.stack([random.choice(3, size=nodes, p=share) for share in shares])  # (g, n)
    description = centres[interest] + noise * random.normal(size=(graphs, nodes, 8))
    same = interest[:, :, None] == interest[:, None, :]
    links = np.stack([linked(random.random((nodes, nodes)), np.where(of, 0.3, 0.03)) for of in same])
    inputs = {"description": description.astype("float32"), "links": links}
    interest = interest.astype("int32")
    a, b = int(0.6 * graphs), int(0.8 * graphs)
    cuts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    return {split: ({name: x[cut] for name, x in inputs.items()}, interest[cut]) for split, cut in cuts.items()}
