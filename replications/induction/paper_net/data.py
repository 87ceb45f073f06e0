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


def load_mine(tokens, length, periods, sizes, seed):
    """Sequences of random tokens that repeat with a period of their own.

    Args:
        tokens: how many there are.
        length: of a sequence.
        periods: the shortest and the longest period; the longest is at most half of `length`.
        sizes: sequences of each split, {split: number}.
        seed: of the sequences.

    Returns:
        {split: (Int["n length-1"], the sequences without their last token; Int["n length/2-1"], what follows each of
        the last of these, whose token has stood there one period before)}
    """
    random, first = np.random.default_rng(seed), length // 2

    def repeated():
        period = random.integers(periods[0], periods[1], endpoint=True)
        return np.resize(random.permutation(tokens)[:period], length)

    sequences = {split: np.stack([repeated() for _ in range(size)]).astype("int32") for split, size in sizes.items()}
    return {split: (whole[:, :-1], whole[:, first + 1 :]) for split, whole in sequences.items()}


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
