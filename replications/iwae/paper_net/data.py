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
from sklearn.datasets import load_digits


def load_mine(copies, anew, seed):
    """scikit-learn's digits, each pixel on with the probability of its grey value (Salakhutdinov & Murray 2008).

    Args:
        copies: binary draws of each training image.
        anew: whether the copies are drawn independently, or are one draw repeated.
        seed: of the split and the draws.

    Returns:
        The splits of 1,197 x copies, 200 and 400 images, Float["n 64"] of 0 and 1, with zeros in the place of targets.
    """
    rng = np.random.default_rng(seed)
    grey = rng.permutation(load_digits().data / 16)  # (1797, 64), 0 … 1

    def drawn(images, draws=1):
        return (rng.random((draws, *images.shape)) < images).reshape(-1, 64).astype("float32")  # (draws * n, 64)

    train = drawn(grey[600:], copies) if anew else np.tile(drawn(grey[600:]), (copies, 1))
    splits = {"train": train, "validation": drawn(grey[:200]), "test": drawn(grey[200:600])}
    return {split: (images, np.zeros(len(images), "float32")) for split, images in splits.items()}


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
