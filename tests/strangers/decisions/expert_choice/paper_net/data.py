import numpy as np


def answered(tokens, kinds, turns):
    """Each token, turned by the matrix of its kind and bent; (n, length, width)."""
    return np.sin(np.einsum("nlw,nlwv->nlv", tokens, turns[kinds]))


def load_mine(seed, count, held_out, length, width, kinds):
    """Sets of tokens of several kinds, each kind as frequent; what they are to become depends on the kind."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(kinds, width)) * 1.5
    turns = rng.normal(size=(kinds, width, width)) / np.sqrt(width)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    splits = {}
    for split, size in sizes.items():
        of = np.tile(np.arange(kinds), (size, length // kinds))
        of = rng.permuted(of, axis=1)
        tokens = centres[of] + 0.6 * rng.normal(size=(size, length, width))
        targets = answered(tokens, of, turns) + 0.05 * rng.normal(size=tokens.shape)
        splits[split] = (tokens.astype("float32"), targets.astype("float32"))
    return splits
