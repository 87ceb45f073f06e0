from itertools import permutations

import numpy as np
from sklearn.datasets import load_digits

ORDERS = np.array(list(permutations(range(4))))  # (24, 4)


def tiles(image):
    """The image's four quarters, by rows, each flat."""
    image = np.asarray(image)
    half = len(image) // 2
    return image.reshape(2, half, 2, half).transpose(0, 2, 1, 3).reshape(4, half * half)


def shuffled(parts, order):
    """At place i the part number order[i]."""
    return np.asarray(parts)[np.asarray(order, int)]


def load_mine(copies, seed):
    """Digits cut into tiles, each in several of the 24 orders; which order it was is to be told."""
    draw = np.random.default_rng(seed)
    images = load_digits().images / 16.0  # (1797, 8, 8)
    order = draw.permutation(len(images))
    splits, groups = {}, {}
    for split, of in zip(("train", "validation", "test"), np.split(order, [1200, 1500]), strict=True):
        image = np.repeat(of, copies)
        which = draw.integers(0, len(ORDERS), len(image))
        x = np.stack([shuffled(tiles(images[i]), ORDERS[k]) for i, k in zip(image, which, strict=True)])
        mixed = draw.permutation(len(image))
        splits[split] = (x[mixed].astype("float32"), which[mixed].astype("int32"))
        groups[split] = image[mixed]
    return {**splits, "groups": groups}
