"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def load_mine(seed):
    """Stratified splits, standardized by the training split."""
    x, y = load_breast_cancer(return_X_y=True)
    options = {"random_state": seed}
    x, x_rest, y, y_rest = train_test_split(x, y, test_size=0.4, stratify=y, **options)
    x_val, x_test, y_val, y_test = train_test_split(x_rest, y_rest, test_size=0.5, stratify=y_rest, **options)
    scaler = StandardScaler().fit(x)
    parts = {"train": (x, y), "validation": (x_val, y_val), "test": (x_test, y_test)}
    return {name: (scaler.transform(a).astype("float32"), b[:, None].astype("int32")) for name, (a, b) in parts.items()}
