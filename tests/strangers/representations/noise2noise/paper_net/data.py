"""YOURS. What is learnt from."""

import numpy as np


def load_mine(size, sigma, train, held_out, seed, clean_targets):
    """Images under Gaussian noise; the targets of training have the same image under other noise.

    Args:
        size: pixels a side.
        sigma: of the noise; images are in 0 … 1.
        train: images of the training split.
        held_out: of the validation and of the test split, each.
        seed: of everything that is drawn.
        clean_targets: of training, to compare.
    """
    rng = np.random.default_rng(seed)
    row, column = np.mgrid[:size, :size] / size

    def images(n):
        place, radius = rng.uniform(0.2, 0.8, size=(n, 2, 1, 1)), rng.uniform(0.1, 0.3, size=(n, 1, 1))
        disc = (row - place[:, 0]) ** 2 + (column - place[:, 1]) ** 2 < radius**2
        angle, offset = rng.uniform(0, np.pi, size=(n, 1, 1)), rng.uniform(-0.3, 0.3, size=(n, 1, 1))
        across = np.cos(angle) * (row - 0.5) + np.sin(angle) * (column - 0.5)
        bar = np.abs(across - offset) < 0.08
        light = rng.uniform(0.3, 1, size=(2, n, 1, 1))
        return np.maximum(light[0] * disc, light[1] * bar)[..., None].astype("float32")

    def noisy(clean):
        return clean + sigma * rng.normal(size=clean.shape).astype("float32")

    def split(n, keep_clean):
        clean = images(n)
        x = noisy(clean)
        return x, clean if keep_clean else noisy(clean)

    return {
        "train": split(train, clean_targets),
        "validation": split(held_out, True),
        "test": split(held_out, True),
    }
