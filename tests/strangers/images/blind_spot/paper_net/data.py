"""YOURS. What is learnt from: noisy patches."""

import numpy as np


def load_mine(train, held_out, side, noise, seed):
    """Patches of plates and stripes, about in 0 … 1, each with noise of its own."""
    rng = np.random.default_rng(seed)
    clean = np.stack([patch(rng, side) for _ in range(train + 2 * held_out)])[..., None].astype("float32")
    noisy = (clean + noise * rng.normal(size=clean.shape)).astype("float32")
    seen, tuned = slice(0, train), slice(train, train + held_out)
    rest = slice(train + held_out, None)
    return {
        "train": (noisy[seen], noisy[seen]),
        "validation": (noisy[tuned], clean[tuned]),
        "test": (noisy[rest], clean[rest]),
    }


def patch(rng, side):
    row, column = np.meshgrid(np.arange(side), np.arange(side), indexing="ij")
    angle, period = rng.uniform(0, np.pi), rng.uniform(6, 14)
    wave = np.sin(2 * np.pi * (row * np.cos(angle) + column * np.sin(angle)) / period + rng.uniform(0, 6.3))
    image = 0.5 + rng.uniform(0.05, 0.2) * wave
    for _ in range(2):
        top, left = rng.integers(-4, side - 4, 2)
        height, width = rng.integers(5, 11, 2)
        inside = (row >= top) & (row < top + height) & (column >= left) & (column < left + width)
        image = np.where(inside, rng.uniform(-0.1, 1.1), image)
    return image
