"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import zipfile
import zlib
from pathlib import Path

import numpy as np


def load_mine(largest, tested, train, held_out, seed):
    """Sets of digits 1 … 9, repeats allowed, and their sums.

    Args:
        largest: digits of a set of the training and validation splits, at most; sizes 1 … largest are equally likely.
        tested: digits of every set of the test split.
        train: sets of the training split.
        held_out: sets of the validation and of the test split, each.
        seed: of what is drawn.

    Returns:
        The splits, each (digits, sums) of shapes (n, largest or tested) and (n, 1); 0 fills a set up, at its front.

    Source: Zaheer et al. 2017, Section 4.1.2, on text.
    """
    draw = np.random.default_rng(seed)

    def sets(number, smallest, largest):
        digits = draw.integers(1, 10, (number, largest), dtype="int32")
        sizes = draw.integers(smallest, largest + 1, (number, 1))
        digits[np.arange(largest) < largest - sizes] = 0
        return digits, digits.sum(axis=1, keepdims=True).astype("float32")

    return {
        "train": sets(train, 1, largest),
        "validation": sets(held_out, 1, largest),
        "test": sets(held_out, tested, tested),
    }


def load_npz(path):
    """Your own arrays: x_train, y_train, x_validation, y_validation and, if there are, x_test, y_test.

    Args:
        path: the .npz file, from the folder the command is run in; or a folder with x_train.npy and so on, which may be
            larger than memory: inputs are then mapped, not read. Pickled objects are refused.

    Returns:
        The splits, as they are in the file.

    Raises:
        FileNotFoundError: no such file.
        ValueError: the file is cut off, encrypted or no .npz, an array is missing, or holds objects.
    """
    try:
        if Path(path).is_dir():
            arrays = {file.stem: np.load(file, mmap_mode="r") for file in Path(path).glob("[!.]*.npy")}
        else:
            with np.load(path, allow_pickle=False) as file:
                arrays = dict(file)
    except (ValueError, TypeError, EOFError, MemoryError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        message = f"{path} is no whole .npz file, nor .npy files, of plain arrays; pickled objects are not loaded"
        raise ValueError(message) from error
    splits = ["train", "validation", *(["test"] if {"x_test", "y_test"} & set(arrays) else [])]
    missing = {f"{side}_{split}" for split in splits for side in "xy"} - set(arrays)
    if missing:
        there = ", ".join(sorted(arrays)) or "nothing"
        raise ValueError(f"{path} lacks {', '.join(sorted(missing))}; it holds {there}")
    return {split: (arrays[f"x_{split}"], np.array(arrays[f"y_{split}"])) for split in splits}
