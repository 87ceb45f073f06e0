"""YOURS. What is learnt from: sprites, in the manner of dSprites (a loader's contract: the pair of arrays of each split)."""

import numpy as np


def load_sprites(count=1000, validation=200, test=200):
    """Soft ellipses with five factors: two positions, two radii, an angle.

    Returns:
        The splits; inputs and targets are the same images, Float["b 16 16 1"] in 0 … 1; those of training come with
        their mirror images.
    """
    images = draw(count + validation + test, np.random.default_rng(11))
    train, rest = images[:count], images[count:]
    mirrored = train[:, :, ::-1]  # the mirror image of a sprite is a sprite
    inputs = np.concatenate([train, mirrored])
    targets = np.concatenate([train, mirrored])
    return {
        "train": (inputs, targets),
        "validation": (rest[:validation], rest[:validation]),
        "test": (rest[validation:], rest[validation:]),
    }


def draw(count, rng):
    y, x = np.meshgrid(np.arange(16) + 0.5, np.arange(16) + 0.5, indexing="ij")  # rows, columns
    across, down = rng.uniform(4, 12, (2, count, 1, 1))
    long, short, angle = rng.uniform(2.5, 4.5, count), rng.uniform(1, 2.2, count), rng.uniform(0, np.pi, count)
    long, short, angle = (factor[:, None, None] for factor in (long, short, angle))
    u = (x - across) * np.cos(angle) + (y - down) * np.sin(angle)
    v = (y - down) * np.cos(angle) - (x - across) * np.sin(angle)
    inside = 1 - np.sqrt((u / long) ** 2 + (v / short) ** 2)
    return (1 / (1 + np.exp(-6 * inside)))[..., None].astype("float32")  # (b, 16, 16, 1)
