"""YOURS. What is learnt from: small noisy pictures with several shapes in them (made here)."""

import numpy as np

SHAPES = {
    "plus": ["..#..", "..#..", "#####", "..#..", "..#.."],
    "square": ["#####", "#...#", "#...#", "#...#", "#####"],
    "cross": ["#...#", ".#.#.", "..#..", ".#.#.", "#...#"],
    "stripes": ["#####", ".....", "#####", ".....", "#####"],
    "dots": ["#.#.#", ".....", "#.#.#", ".....", "#.#.#"],
}


def load_shapes(samples=2500, validation=500, size=18, noise=0.2, seed=0):
    """Pictures in which each shape may or may not be, independently of the others.

    Returns:
        The splits; inputs Float["b 18 18 1"]; targets Float["b 5"], 1 where the shape is in the picture.
    """
    rng = np.random.default_rng(seed)
    stamps = np.array([[[mark == "#" for mark in row] for row in shape] for shape in SHAPES.values()], "float32")
    targets = (rng.random((samples, len(stamps))) < 0.4).astype("float32")
    images = np.zeros((samples, size, size, 1), "float32")
    for image, present in zip(images, targets, strict=True):
        places = rng.permutation(9)  # a grid of 3 × 3 places, each with room to move by one
        for stamp, place in zip(stamps[present == 1], places, strict=False):
            top, left = 6 * np.array(divmod(place, 3)) + rng.integers(0, 2, 2)
            image[top : top + 5, left : left + 5, 0] = stamp
    images += rng.normal(0, noise, images.shape).astype("float32")
    return {
        "train": (images[:-validation], targets[:-validation]),
        "validation": (images[-validation:], targets[-validation:]),
    }
