import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, validation, seed):
    """Each digit turned by 0, 90, 180 and 270 degrees; all four of one digit are in the same split."""
    images = (load_digits().images / 16).astype("float32")
    order = np.random.default_rng(seed).permutation(len(images))
    splits, groups = {}, {}
    parts = np.split(order, [train, train + validation])
    for name, part in zip(("train", "validation", "test"), parts, strict=False):
        turned = np.stack([rotated(images[part], quarters) for quarters in range(4)], axis=1)  # (n, 4, 8, 8)
        labels = np.tile(np.arange(4, dtype="int32"), len(part))
        splits[name] = (turned.reshape(-1, 8, 8, 1), labels)
        groups[name] = np.repeat(part, 4)
    return {**splits, "groups": groups}


def rotated(images, quarters):
    """Images (n, rows, columns), turned anticlockwise by so many quarters."""
    return np.rot90(images, quarters, axes=(1, 2))
