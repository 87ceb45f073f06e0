"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(seed):
    """1,000 digits to learn from, the rest in two halves; pixels in 0 … 1."""
    x, y = load_digits(return_X_y=True)
    x, y = (x / 16).astype("float32"), y.astype("int32")
    x, x_rest, y, y_rest = train_test_split(x, y, train_size=1000, stratify=y, random_state=seed)
    parts = train_test_split(x_rest, y_rest, train_size=0.5, stratify=y_rest, random_state=seed)
    return {"train": (x, y), "validation": (parts[0], parts[2]), "test": (parts[1], parts[3])}
