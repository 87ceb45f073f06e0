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
from sklearn.datasets import load_sample_image


def load_mine(name, size):
    """The pixels of one image: of every block of 2 by 2 one is learnt from, as in the paper, the others are judged by.

    Args:
        name: of a sample image of scikit-learn.
        size: pixels a side, of its central square, each a mean over a block.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    image = load_sample_image(name) / 255  # (427, 640, 3)
    block = min(image.shape[:2]) // size
    top, left = ((side - block * size) // 2 for side in image.shape[:2])
    square = image[top : top + block * size, left : left + block * size]
    colours = square.reshape(size, block, size, block, 3).mean(axis=(1, 3))  # (size, size, 3)
    places = np.stack(np.meshgrid(np.arange(size), np.arange(size), indexing="ij"), axis=-1) / size  # (size, size, 2)

    def pixels(*offsets):
        def at(values):
            return np.concatenate([values[row::2, column::2].reshape(-1, values.shape[-1]) for row, column in offsets])

        return at(places).astype("float32"), at(colours).astype("float32")

    return {"train": pixels((0, 0)), "validation": pixels((1, 1)), "test": pixels((0, 1), (1, 0))}


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
