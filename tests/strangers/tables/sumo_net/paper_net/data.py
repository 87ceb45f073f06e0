import numpy as np


def observed(lifetime, dropout):
    """What a study sees: the earlier of death and dropout, and 1 where it was death."""
    return np.minimum(lifetime, dropout), (lifetime <= dropout).astype("float32")


def load_mine(seed, train, held_out):
    """Weibull lifetimes in years, whose hazards cross: shape and scale depend on three markers."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        markers = rng.uniform(-1, 1, (size, 3))
        scale = np.exp(0.7 * markers[:, 0] - 0.5 * markers[:, 1] ** 2)
        shape = np.exp(0.6 + 0.5 * markers[:, 2])
        lifetime = scale * rng.weibull(shape)
        time, event = observed(lifetime, rng.exponential(2.5, size))
        inputs = {"markers": markers.astype("float32"), "time": time[:, None].astype("float32")}
        splits[split] = inputs, event[:, None].astype("float32")
    return splits
