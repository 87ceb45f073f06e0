import numpy as np

from .pretrained import weights


def load_mine(number, held_out, features, units, weights_seed, noise, seed):
    """A new task near the old one: each hidden kernel is the old one and something of rank 1."""
    draw = np.random.default_rng(seed)
    first, second, head = weights(features, units, weights_seed)
    first = first + 2 * np.outer(draw.normal(0, 1, features), draw.normal(0, 1, units)) / features
    second = second + 2 * np.outer(draw.normal(0, 1, units), draw.normal(0, 1, units)) / units
    splits = {}
    for split, size in (("train", number), ("validation", held_out), ("test", held_out)):
        x = draw.normal(0, 1, (size, features))
        y = np.maximum(np.maximum(x @ first, 0) @ second, 0) @ head
        splits[split] = (x.astype("float32"), (y + draw.normal(0, noise, y.shape)).astype("float32"))
    return splits
