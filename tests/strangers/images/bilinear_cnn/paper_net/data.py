from itertools import permutations

import numpy as np

COLOURS = np.array([[0.3, -0.15, -0.15], [-0.15, 0.3, -0.15], [-0.15, -0.15, 0.3]])
ANGLES = np.array([0, np.pi / 3, 2 * np.pi / 3])
PAIRINGS = list(permutations(range(3)))  # the colour of each orientation; its number is the class


def load_mine(train, held_out, size, noise, seed):
    """Voronoi regions, each with a grating of one of three orientations, tinted in one of three colours."""
    rng = np.random.default_rng(seed)
    splits = {"train": train, "validation": held_out, "test": held_out}
    return {split: textures(rng, number, size, noise) for split, number in splits.items()}


def textures(rng, number, size, noise):
    labels = rng.integers(len(PAIRINGS), size=number)
    rows, columns = np.mgrid[:size, :size]
    images = np.empty((number, size, size, 3), "float32")
    for image, label in zip(images, labels, strict=True):
        seeds = rng.uniform(0, size, (5, 2))
        distance = (rows[..., None] - seeds[:, 0]) ** 2 + (columns[..., None] - seeds[:, 1]) ** 2
        orientation = np.concatenate([np.arange(3), rng.integers(3, size=2)])[distance.argmin(-1)]  # (size, size)
        angle = ANGLES[orientation]
        wave = np.sin(2 * np.pi / 4 * (rows * np.sin(angle) + columns * np.cos(angle)) + rng.uniform(0, 2 * np.pi))
        image[:] = 0.4 * wave[..., None] + COLOURS[np.array(PAIRINGS[label])[orientation]]
        image += noise * rng.standard_normal(image.shape)
    return images, labels.astype("int32")
