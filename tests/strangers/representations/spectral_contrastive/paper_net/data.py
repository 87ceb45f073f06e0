"""YOURS. What is learnt from."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(views, noise, seed):
    """Pairs of views of an image: each moved by a pixel at most, its contrast changed, with noise of its own."""
    rng = np.random.default_rng(seed)
    images = load_digits().images / 16  # (1797, 8, 8)
    images = images[rng.permutation(len(images))]

    def view(of):
        padded = np.pad(of, ((0, 0), (1, 1), (1, 1)))
        place = rng.integers(3, size=(len(of), 2))
        moved = np.stack([image[r : r + 8, c : c + 8] for image, (r, c) in zip(padded, place, strict=True)])
        contrast = rng.uniform(0.7, 1.3, size=(len(of), 1, 1))
        return (contrast * moved + noise * rng.normal(size=of.shape)).astype("float32")

    def pairs(of):
        return {"view": view(of), "other": view(of)}, None

    return {
        "train": pairs(np.repeat(images[:1200], views, axis=0)),
        "validation": pairs(images[1200:1500]),
        "test": pairs(images[1500:]),
    }
