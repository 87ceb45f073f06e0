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


def load_mine(beta, points, seed):
    """Points of the domain 0 <= x <= 2 pi, 0 <= t <= 1, uniformly drawn; for the test on a grid, as the paper judges.

    Args:
        beta: of the convection; the exact solution is u(x, t) = sin(x - beta t).
        points: of each role in training.
        seed: of the drawn points.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)

    def domain():
        return random.uniform((0, 0), (2 * np.pi, 1), (points, 2))  # (points, 2)

    def split(known, collocation):
        inputs = {"known": known, "collocation": collocation, "boundary": collocation[::-1, 1:]}
        zeros = np.zeros((len(known), 1))
        targets = {"u": np.sin(known[:, :1] - beta * known[:, 1:]), "residual": zeros, "periodic": zeros}
        return tuple({name: array.astype("float32") for name, array in side.items()} for side in (inputs, targets))

    initial = domain() * (1, 0)  # t = 0: all of u that training is told
    x, t = np.meshgrid(np.linspace(0, 2 * np.pi, 64, endpoint=False), np.linspace(0, 1, 50))
    grid = np.stack([x, t], axis=-1).reshape(-1, 2)  # (3200, 2)
    return {"train": split(initial, domain()), "validation": split(domain(), domain()), "test": split(grid, grid)}


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
