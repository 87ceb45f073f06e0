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
    """Tumours in three splits, of both kinds in each their share; the scaler has seen the training split alone."""
    x, y = load_breast_cancer(return_X_y=True)
    x, rest_x, y, rest_y = train_test_split(x, y, train_size=0.6, stratify=y, random_state=seed)
    split = train_test_split(rest_x, rest_y, test_size=0.5, stratify=rest_y, random_state=seed)
    scaler = StandardScaler().fit(x)

    def pair(x, y):
        return scaler.transform(x).astype("float32"), y[:, None].astype("int32")

    return {"train": pair(x, y), "validation": pair(split[0], split[2]), "test": pair(split[1], split[3])}
