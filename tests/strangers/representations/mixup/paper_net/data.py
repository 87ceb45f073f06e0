"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

from sklearn.datasets import make_classification


def load_mine(train, held_out, seed):
    """A table with few informative columns and 5 % of labels drawn anew."""
    x, y = make_classification(
        train + 2 * held_out,
        20,
        n_informative=8,
        n_redundant=2,
        n_classes=4,
        class_sep=1.5,
        flip_y=0.05,
        random_state=seed,
    )
    x = (x - x[:train].mean(axis=0)) / x[:train].std(axis=0)
    x, y = x.astype("float32"), y.astype("int32")
    first, second = train, train + held_out
    return {
        "train": (x[:first], y[:first]),
        "validation": (x[first:second], y[first:second]),
        "test": (x[second:], y[second:]),
    }
