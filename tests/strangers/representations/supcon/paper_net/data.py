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
    """Digits: 1,000 to learn from, the others validate and test, each class with its share."""
    data = load_digits()
    images, labels = data.images[..., None].astype("float32") / 16, data.target.astype("int32")
    x, rest_x, y, rest_y = train_test_split(images, labels, train_size=1000, stratify=labels, random_state=seed)
    split = train_test_split(rest_x, rest_y, test_size=0.5, stratify=rest_y, random_state=seed)
    both = lambda labels: {"projection": labels, "digit": labels}  # noqa: E731
    return {"train": (x, both(y)), "validation": (split[0], both(split[2])), "test": (split[1], both(split[3]))}
