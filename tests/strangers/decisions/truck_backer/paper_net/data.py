import numpy as np


def load_mine(seed, count, held_out):
    """Where trucks start: x, y of the trailer's rear, its angle, and the cab's."""
    rng = np.random.default_rng(seed)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    splits = {}
    for split, size in sizes.items():
        rear = rng.uniform([3.0, -1.0], [5.0, 1.0], (size, 2))
        trailer = rng.uniform(-0.6, 0.6, size)
        cab = trailer + rng.uniform(-0.4, 0.4, size)
        splits[split] = (np.column_stack([rear, trailer, cab]).astype("float32"), np.zeros(size, "float32"))
    return splits
