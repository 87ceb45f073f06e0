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


def load_mine(threshold):
    """Black and white digits, as inputs and as targets.

    Args:
        threshold: the grey level, 1 … 16, from which on a pixel is white.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    digits = load_digits()
    white = digits.data >= threshold  # (1797, 64)
    train, rest, _, label = train_test_split(
        white, digits.target, test_size=600, random_state=0, stratify=digits.target
    )
    validation, test = train_test_split(rest, test_size=300, random_state=0, stratify=label)
    splits = {"train": train, "validation": validation, "test": test}
    return {name: (x.astype("float32"), x.astype("int32")) for name, x in splits.items()}
