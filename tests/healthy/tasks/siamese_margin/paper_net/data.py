"""YOURS. What is learnt from."""

import numpy as np


def load_pairs(pairs, held_out, seed=7):
    """Pairs of scikit-learn's digits, half of them of one class; the images of a split are in no other.

    Returns:
        The splits; inputs {left: Float["b 8 8 1"], right: Float["b 8 8 1"]} in 0 … 1; targets Float["b"], 1 for the same.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    images = (images.reshape(-1, 8, 8, 1) / 16).astype("float32")
    rng = np.random.default_rng(seed)
    parts = {
        "train": (slice(0, 1200), pairs),
        "validation": (slice(1200, 1500), held_out),
        "test": (slice(1500, None), held_out),
    }
    return {name: paired(rng, images[part], labels[part], count) for name, (part, count) in parts.items()}


def paired(rng, images, labels, count):
    left = rng.integers(0, len(images), count)
    same = rng.random(count) < 0.5
    right = np.empty(count, dtype=int)
    for index, (anchor, alike) in enumerate(zip(left, same, strict=True)):
        fitting = (labels == labels[anchor]) == alike
        fitting[anchor] = False
        right[index] = rng.choice(np.flatnonzero(fitting))
    return {"left": images[left], "right": images[right]}, same.astype("float32")
