import numpy as np


def load_mine(train, held_out, size, noise, seed):
    """Volumes with two or three straight vessels and one or two balls, equally bright, in noise; the masks of balls."""
    rng = np.random.default_rng(seed)

    def split(number):
        pairs = [volume(rng, size, noise) for _ in range(number)]
        return tuple(np.stack(arrays)[..., None].astype("float32") for arrays in zip(*pairs, strict=True))

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def volume(rng, size, noise):
    grid = np.stack(np.mgrid[:size, :size, :size], axis=-1)  # (size, size, size, 3)
    vessels, mask = np.zeros((size,) * 3, bool), np.zeros((size,) * 3, bool)
    for _ in range(rng.integers(2, 4)):
        way = rng.standard_normal(3)
        way /= np.linalg.norm(way)
        off = grid - rng.uniform(2, size - 2, 3)
        vessels |= np.linalg.norm(off - (off @ way)[..., None] * way, axis=-1) < rng.uniform(0.8, 1.3)
    for _ in range(rng.integers(1, 3)):
        mask |= np.linalg.norm(grid - rng.uniform(2, size - 2, 3), axis=-1) < rng.uniform(1.6, 2.8)
    bright = np.where(vessels | mask, rng.uniform(0.9, 1.2), 0)
    return bright + noise * rng.standard_normal(bright.shape), mask
