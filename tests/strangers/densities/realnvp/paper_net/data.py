"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

from sklearn.datasets import make_moons


def load_mine(noise, train, held_out):
    """Points of two moons.

    Args:
        noise: deviation of the points from their moon.
        train: points of the training split.
        held_out: points of the validation and of the test split, each.

    Returns:
        The splits {"train": (inputs, None), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    sizes = {"train": train, "validation": held_out, "test": held_out}
    points = {name: make_moons(size, noise=noise, random_state=i)[0] for i, (name, size) in enumerate(sizes.items())}
    mean, deviation = points["train"].mean(axis=0), points["train"].std(axis=0)
    return {name: (((x - mean) / deviation).astype("float32"), None) for name, x in points.items()}
