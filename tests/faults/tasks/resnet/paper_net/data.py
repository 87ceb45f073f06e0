"""YOURS. What is learnt from: six handed letters, small and noisy."""

import numpy as np

GLYPHS = {
    "b": ["#....", "#....", "#.##.", "##..#", "#...#", "#...#", "####."],
    "d": ["....#", "....#", ".##.#", "#..##", "#...#", "#...#", ".####"],
    "p": ["####.", "#...#", "#...#", "##..#", "#.##.", "#....", "#...."],
    "q": [".####", "#...#", "#...#", "#..##", ".##.#", "....#", "....#"],
    "s": [".####", "#....", "#....", ".###.", "....#", "....#", "####."],
    "z": ["#####", "....#", "...#.", "..#..", ".#...", "#....", "#####"],
}


def load_letters(train, validation, test, noise, seed):
    """Letters of 7×5 somewhere in 12×12, of another contrast each, under noise.

    Returns:
        The splits; inputs Float["b 12 12 1"], mean about 0; targets Int["b"], 0 … 5 in the order b d p q s z.
    """
    rng = np.random.default_rng(seed)
    glyphs = np.array([[[c == "#" for c in row] for row in rows] for rows in GLYPHS.values()], "float32")
    count = train + validation + test
    targets = rng.integers(len(glyphs), size=count)
    images = np.zeros((count, 12, 12), "float32")
    for image, target in zip(images, targets, strict=False):
        top, left = rng.integers(1, 5), rng.integers(1, 7)
        image[top : top + 7, left : left + 5] = glyphs[target] * rng.uniform(0.8, 1.6)
    images += rng.normal(0, noise, images.shape)
    inputs = ((images - 0.2) / 0.6).astype("float32")[..., None]
    targets = targets.astype("int32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
