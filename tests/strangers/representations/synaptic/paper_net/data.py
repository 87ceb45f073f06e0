"""Two tasks of the same digits: the pixels in their order, and in another one."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Each digit of a split stands there twice, once of either task; no digit is in two splits."""
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    order, permutation = rng.permutation(len(x)), rng.permutation(64)
    x, y = (x[order] / 16).astype("float32"), y[order].astype("int32")

    def both(part):
        n = len(x[part])
        task = np.repeat(np.int32([0, 1]), n)
        pixels = np.concatenate([x[part], x[part][:, permutation]])
        return {"pixels": pixels, "task": task}, np.tile(y[part], 2)

    return {"train": both(slice(600, None)), "validation": both(slice(300)), "test": both(slice(300, 600))}
