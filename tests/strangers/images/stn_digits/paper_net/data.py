"""YOURS. What is learnt from."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(canvas, clutter, seed):
    """Digits at a random place of a canvas; `clutter` pieces of 3 by 3 pixels of other digits lie around.

    Returns:
        The splits, each (images, digits) of shapes (n, canvas, canvas, 1) and (n,); no digit is in two of them.
    """
    draw = np.random.default_rng(seed)
    images, labels = load_digits(return_X_y=True)
    images = images.reshape(-1, 8, 8) / 16
    order = draw.permutation(len(images))
    parts = {"train": order[:1200], "validation": order[1200:1500], "test": order[1500:]}

    def placed(mine, others):
        out = np.zeros((canvas, canvas))
        for _ in range(clutter):
            i, j = draw.integers(0, 6, 2)
            row, column = draw.integers(0, canvas - 3, 2)
            out[row : row + 3, column : column + 3] = 0.6 * images[draw.choice(others), i : i + 3, j : j + 3]
        row, column = draw.integers(0, canvas - 8, 2, endpoint=True)
        out[row : row + 8, column : column + 8] = np.maximum(out[row : row + 8, column : column + 8], images[mine])
        return out

    def split(part, copies):
        part = np.repeat(part, copies)
        x = np.stack([placed(i, part) for i in part])[..., None]
        return x.astype("float32"), labels[part].astype("int32")

    return {name: split(part, 3 if name == "train" else 1) for name, part in parts.items()}
