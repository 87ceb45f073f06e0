"""YOURS. What is learnt from: noisy pictures of ellipses, and which pixels are inside one."""

import numpy as np


def load_blobs(train, validation, test, size=24, noise=0.5):
    """Pictures with one to three bright ellipses on an uneven ground.

    Args:
        train: pictures to learn from.
        validation: pictures held out.
        test: pictures held out.
        size: pixels of a side.
        noise: standard deviation of the pixel noise; an ellipse is 1 brighter than the ground.

    Returns:
        The splits; inputs Float["b size size 1"], about 0 and 1; targets the same shape, 1 inside an ellipse, else 0.
    """
    generator = np.random.default_rng(1505)
    pictures, masks = zip(*[drawn(size, noise, generator) for _ in range(train + validation + test)], strict=True)
    pictures, masks = np.stack(pictures)[..., None].astype("float32"), np.stack(masks)[..., None].astype("float32")
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(masks))}
    return {split: (pictures[start:end], masks[start:end]) for split, (start, end) in edges.items()}


def drawn(size, noise, generator):
    rows, columns = np.mgrid[:size, :size]
    mask = np.zeros((size, size), bool)
    for _ in range(generator.integers(1, 4)):
        row, column = generator.uniform(4, size - 4, size=2)
        long, short = generator.uniform(3, 6), generator.uniform(2, 4)
        angle = generator.uniform(0, np.pi)
        along = (rows - row) * np.cos(angle) + (columns - column) * np.sin(angle)
        across = (columns - column) * np.cos(angle) - (rows - row) * np.sin(angle)
        mask |= (along / long) ** 2 + (across / short) ** 2 < 1
    slope = generator.normal(scale=0.3, size=2)
    ground = (slope[0] * rows + slope[1] * columns) / size
    return mask + ground + noise * generator.normal(size=mask.shape) - 0.5, mask
