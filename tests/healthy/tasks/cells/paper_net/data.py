"""Micrographs of 16 x 16 pixels with round and with long cells, and what each pixel belongs to."""

import numpy as np


def micrograph(rng, size=16):
    """UInt8 frames with and without cells, and the mask: 0 ground, 1 a round cell, 2 a long one."""
    rows, columns = np.mgrid[:size, :size]
    mask = np.zeros((size, size), int)
    for kind in rng.permutation([1, 1, 2]):
        y, x = rng.uniform(3, size - 3, 2)
        angle = rng.uniform(0, np.pi)
        u, v = (
            (rows - y) * np.cos(angle) + (columns - x) * np.sin(angle),
            (columns - x) * np.cos(angle) - (rows - y) * np.sin(angle),
        )
        a, b = (2.3, 2.3) if kind == 1 else (4.2, 1.2)
        mask[(u / a) ** 2 + (v / b) ** 2 < 1] = kind
    ground = 60 + 30 * rows / size + rng.normal(0, 3, mask.shape)
    frame = ground + np.array([0, 70, 110])[mask] + rng.normal(0, 8, mask.shape)
    return np.clip(frame, 0, 255).astype("uint8"), np.clip(60 + 30 * rows / size, 0, 255).astype("uint8"), mask


def prepare(frames, ground):
    """Takes the ground off; cells come out near 1."""
    return ((frames.astype("float32") - ground.astype("float32")) / 100)[..., None]


def load_cells(images=420, validation=60, test=60, seed=13):
    """The splits; inputs Float["b 16 16 1"], targets Int["b 16 16"], 0 ... 2."""
    rng = np.random.default_rng(seed)
    frames, grounds, masks = (np.stack(parts) for parts in zip(*(micrograph(rng) for _ in range(images)), strict=True))
    x, y = prepare(frames, grounds), masks.astype("int32")
    a, b = images - validation - test, images - test
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
