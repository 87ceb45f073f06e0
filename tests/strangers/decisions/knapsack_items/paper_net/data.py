import numpy as np


def load_mine(train, held_out, items, seed):
    """Random knapsacks and their best contents.

    Args:
        train, held_out: knapsacks to learn from; to validate, and as many to test.
        items: of each.
        seed: of the draw.

    Returns:
        The splits; values, weights and capacity as shares of the largest.
    """
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    weight = rng.integers(1, 21, size=(count, items))
    value = np.clip(weight + rng.integers(-8, 9, size=weight.shape), 1, None) + rng.random(weight.shape)  # no ties
    capacity = (weight.sum(axis=1) * rng.uniform(0.25, 0.75, size=count)).astype(int)
    most = capacity.max()
    best = np.zeros((items + 1, count, most + 1))  # of the first i items, within a capacity
    room = np.arange(most + 1)
    for i in range(items):
        left = room - weight[:, i : i + 1]  # (count, most + 1)
        packed = np.take_along_axis(best[i], np.maximum(left, 0), axis=1) + value[:, i : i + 1]
        best[i + 1] = np.where(left >= 0, np.maximum(best[i], packed), best[i])
    chosen, row, rest = np.zeros((count, items), "int32"), np.arange(count), capacity.copy()
    for i in reversed(range(items)):
        chosen[:, i] = best[i + 1, row, rest] > best[i, row, rest]
        rest -= chosen[:, i] * weight[:, i]
    inputs = {
        "items": np.stack([value / 20, weight / 20, value / weight], axis=-1).astype("float32"),
        "capacity": (capacity[:, None] / 100).astype("float32"),
    }
    cuts = {
        "train": slice(0, train),
        "validation": slice(train, train + held_out),
        "test": slice(train + held_out, None),
    }
    return {name: ({k: x[cut] for k, x in inputs.items()}, chosen[cut]) for name, cut in cuts.items()}
