"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them;
targets of the kind none are None.
Once returned, arrays are read-only: trainings share them. Change a copy.

A step from a record to a sample that would train all the same if it were wrong (a mask, a label, a mirroring) is a
function of its own: `examples` in conf/data say what it makes of a few values by hand, and the recipe holds it to that.

Where several samples come from one whole, such as a patient, conf/data names it (groups: patient), and the loader
returns `groups` beside the splits: {split: an array, the patient of each sample}. The recipe then asks that no patient
is in training and held out too.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's; not a
keras.utils.PyDataset, which gives batches.
"""

import logging
import zipfile
import zlib
from pathlib import Path

import numpy as np

log = logging.getLogger(__name__)


def load_mnist1d(validation=400):
    """MNIST-1D: ten digit shapes, shifted, sheared and noisy, as signals of 40 values.

    Args:
        validation: samples held out from the end of the 4,000 training samples; 0 validates on the test split.

    Returns:
        The splits; inputs Float["b 40 1"], standardized over the whole data set; targets Int["b"] in 0 … 9.

    Raises:
        ValueError: nothing would be left to train on.

    Source: Greydanus & Kobak, Scaling down Deep Learning, arXiv 2011.14439; its default data, made by its package.
    """
    from mnist1d.data import make_dataset  # slow: brings matplotlib and requests

    made = make_dataset()  # reseeds NumPy's global generator, so draw nothing from that one
    inputs, targets = made["x"].astype("float32")[..., None], made["y"].astype("int32")
    test = made["x_test"].astype("float32")[..., None], made["y_test"].astype("int32")
    if not 0 <= validation < len(inputs):
        raise ValueError(f"data.load.validation={validation}: expected 0 to {len(inputs) - 1} of the training samples")
    if validation == 0:
        log.warning("validating on the test split, as the paper did: its accuracy is no longer an unseen one")
        return {"train": (inputs, targets), "validation": test, "test": test}
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
        "test": test,
    }


def load_digits(validation=250, test=250):
    """Scikit-learn's digits: 1,797 scanned images of 8×8 with 17 grey levels.

    The last samples are held out unshuffled: neighbours come from one writer, who should not be on both sides.

    Args:
        validation: samples held out for validation, before the test's.
        test: samples held out for the test, the last ones.

    Returns:
        The splits; inputs Float["b 8 8"] in 0 … 1, rows then columns; targets Int["b"] in 0 … 9.

    Raises:
        ValueError: a split would be empty.

    Source: Alpaydin & Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    inputs, targets = (images.reshape(-1, 8, 8) / 16).astype("float32"), labels.astype("int32")
    if min(validation, test) < 1 or validation + test >= len(inputs):
        raise ValueError(
            f"data.load.validation={validation}, data.load.test={test}: expected 1 or more each, and fewer than "
            f"{len(inputs)} together"
        )
    train_end, validation_end = len(inputs) - validation - test, len(inputs) - test
    return {
        "train": (inputs[:train_end], targets[:train_end]),
        "validation": (inputs[train_end:validation_end], targets[train_end:validation_end]),
        "test": (inputs[validation_end:], targets[validation_end:]),
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
