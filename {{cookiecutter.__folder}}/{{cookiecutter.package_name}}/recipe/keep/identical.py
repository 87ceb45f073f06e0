"""MACHINERY. Whether two runs are the same to the last bit: every figure of every epoch, and the weights."""

import h5py
import numpy as np

from . import run_files


def difference(*folders):
    """The first figure or weight in which two runs differ, in words; None where none does."""
    rows, again = map(run_files.read_history, folders)
    for one, other in zip(rows, again, strict=False):
        for name in {**one, **other}:
            a, b = one.get(name), other.get(name)
            if a != b and not (a != a and b != b):  # NaN is like NaN
                return f"step {one['step']:,.0f}, {name}: {a} and {b}"
    if len(rows) != len(again):
        return f"{len(rows)} epochs and {len(again)}"
    one, other = (weights(folder / run_files.WEIGHTS) for folder in folders)
    for path in {**one, **other}:
        if path not in one or path not in other or not np.array_equal(one[path], other[path], equal_nan=True):
            return f"the weights {path}"
    return None


def weights(path):
    """{path: array} of all arrays in a file of weights."""
    found = {}
    with h5py.File(path) as file:
        file.visititems(lambda name, node: found.update({name: node[()]} if isinstance(node, h5py.Dataset) else {}))
    return found
