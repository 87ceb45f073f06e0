"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(train, copies, noise, seed):
    """Digits as rows from top to bottom; those that are learnt from also come shifted and noisy.

    Returns:
        The splits, each (digits, classes) of shapes (n, 8, 8) and (n,).
    """
    images, classes = load_digits(return_X_y=True)
    images, classes = images.reshape(-1, 8, 8).astype("float32") / 16, classes.astype("int32")
    draw = np.random.default_rng(seed)

    def more(x, y):
        shifted = [np.roll(x, draw.integers(-1, 2), axis=2) for _ in range(copies)]
        noisy = [np.clip(s + draw.normal(0, noise, s.shape), 0, 1) for s in shifted]
        return np.concatenate([x, *noisy]).astype("float32"), np.tile(y, copies + 1)

    x, x_rest, y, y_rest = train_test_split(images, classes, train_size=train, stratify=classes, random_state=seed)
    x_val, x_test, y_val, y_test = train_test_split(x_rest, y_rest, test_size=0.5, stratify=y_rest, random_state=seed)
    return {"train": more(x, y), "validation": (x_val, y_val), "test": (x_test, y_test)}
