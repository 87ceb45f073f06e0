"""YOURS. What is learnt from: patches that consist of a few atoms out of many; they are their own targets."""

import numpy as np


def load_patches(train, validation, test, side=8, atoms=24, active=3, noise=0.05):
    """Small pictures, each the sum of a few bars out of a fixed dictionary, after Olshausen & Field 1996.

    Args:
        train: patches to learn from.
        validation: patches held out.
        test: patches held out.
        side: pixels of a side.
        atoms: bars in the dictionary.
        active: bars of a patch.
        noise: standard deviation of what is added to a pixel.

    Returns:
        The splits; inputs Float["b side²"], of about unit variance over the training split; targets the same.
    """
    generator = np.random.default_rng(1996)
    dictionary = np.stack([bar(side, generator) for _ in range(atoms)])  # (atoms, side²)
    count = train + validation + test
    present = np.argsort(generator.random((count, atoms)), axis=1) < active
    strength = generator.uniform(0.5, 1.5, size=(count, atoms)) * present
    patches = strength @ dictionary + noise * generator.normal(size=(count, side * side))
    patches = (patches / patches[:train].std()).astype("float32")
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, count)}
    return {split: (patches[start:end], patches[start:end].copy()) for split, (start, end) in edges.items()}


def bar(side, generator):
    """A soft bar at some place and angle."""
    rows, columns = np.mgrid[:side, :side] - (side - 1) / 2
    angle, offset = generator.uniform(0, np.pi), generator.uniform(-side / 3, side / 3)
    across = rows * np.cos(angle) + columns * np.sin(angle) - offset
    return np.exp(-(across**2)).ravel()
