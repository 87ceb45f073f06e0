"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
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
        ValueError: the file is cut off or no .npz, an array is missing, or holds objects.
    """
    try:
        if Path(path).is_dir():
            arrays = {file.stem: np.load(file, mmap_mode="r") for file in Path(path).glob("[!.]*.npy")}
        else:
            with np.load(path, allow_pickle=False) as file:
                arrays = dict(file)
    except (ValueError, TypeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        message = f"{path} is no whole .npz file, nor .npy files, of plain arrays; pickled objects are not loaded"
        raise ValueError(message) from error
    splits = ["train", "validation", *(["test"] if {"x_test", "y_test"} & set(arrays) else [])]
    missing = {f"{side}_{split}" for split in splits for side in "xy"} - set(arrays)
    if missing:
        there = ", ".join(sorted(arrays)) or "nothing"
        raise ValueError(f"{path} lacks {', '.join(sorted(missing))}; it holds {there}")
    return {split: (arrays[f"x_{split}"], np.array(arrays[f"y_{split}"])) for split in splits}


def load_scans(scans=60, slices=6, validation=8, test=12, augment=True):
    """Phantom scans: a bright lesion in a textured scene, in a few slices; the annotation is a mask.

    Args:
        scans: how many patients; the slices of one share its texture and its lesion.
        slices: of each scan.
        validation: scans held out for validation.
        test: scans held out for the test.
        augment: train on the eight mirrored and turned versions of each slice.

    Returns:
        The splits; inputs Float["b 16 16 1"], standardized by the training slices; targets Float["b 16 16 1"], 0 or 1.
    """
    rng = np.random.default_rng(2015)
    made = [slice_ for _ in range(scans) for slice_ in phantom(rng, slices)]
    pairs = [cropped(scene, unpacked(runs, *scene.shape)) for scene, runs in made]
    images = np.array([image for image, _ in pairs], "float32")[..., None]  # (n, 16, 16, 1)
    masks = np.array([mask for _, mask in pairs], "float32")[..., None]  # (n, 16, 16, 1)

    rows = np.arange(scans * slices).reshape(scans, slices)
    rows = rng.permutation(rows)
    cuts = [scans - validation - test, scans - test]
    train, validation_rows, test_rows = (part.ravel() for part in np.split(rows, cuts))
    images = (images - images[train].mean()) / images[train].std()
    return {
        "train": Turned(images[train], masks[train]) if augment else (images[train], masks[train]),
        "validation": (images[validation_rows], masks[validation_rows]),
        "test": (images[test_rows], masks[test_rows]),
    }


def phantom(rng, slices, size=24):
    """The slices of one scan: pairs of a scene and the runs of its mask."""
    from scipy import ndimage

    y, x = np.mgrid[:size, :size]
    centre = (size - 1) / 2 + rng.uniform(-4, 4, 2)
    radii, angle, kind = rng.uniform(3, 6, 2), rng.uniform(0, np.pi), rng.integers(3)
    texture = ndimage.gaussian_filter(rng.normal(size=(size, size)), 1.2)
    texture *= 0.8 / texture.std()
    for number in range(slices):
        scale = 1 - 0.35 * abs(2 * number / (slices - 1) - 1) ** 2  # the lesion is widest in the middle slice
        dy, dx = y - centre[0], x - centre[1]
        u = (np.cos(angle) * dx + np.sin(angle) * dy) / (radii[0] * scale)
        v = (np.cos(angle) * dy - np.sin(angle) * dx) / (radii[1] * scale)
        mask = [u**2 + v**2 < 1, np.maximum(abs(u), abs(v)) < 0.9, abs(u) + abs(v) < 1.25][kind]
        scene = 1.6 * mask + texture + 0.4 * rng.normal(size=mask.shape)
        yield scene, packed(mask)


def packed(mask):
    """Run lengths down the columns, as COCO's: of zeros, of ones, of zeros, …"""
    flat = mask.ravel(order="F").astype(int)
    edges = np.flatnonzero(np.diff(flat, prepend=0, append=-1))
    return np.diff(edges, prepend=0)


def unpacked(runs, height, width):
    """The mask, Int["height width"], of its run lengths."""
    flat = np.repeat(np.arange(len(runs)) % 2, runs)
    return flat.reshape(width, height).T


def cropped(scene, mask, size=16):
    """The window of the scene that the network sees, and the same of the mask."""
    top, left = (scene.shape[0] - size) // 2, (scene.shape[1] - size) // 2
    window = np.s_[top : top + size, left : left + size]
    return scene[window], mask[window]


class Turned:
    """Each pair in its eight orientations: a source of 8 n pairs."""

    def __init__(self, images, masks):
        self.images, self.masks = images, masks

    def __len__(self):
        return 8 * len(self.images)

    def __getitem__(self, i):
        if not 0 <= i < len(self):
            raise IndexError(i)
        way, i = divmod(int(i), len(self.images))
        image, mask = self.images[i], self.masks[i]
        if way >= 4:
            image = image[:, ::-1]
            mask = mask[:, ::-1]
        image, mask = np.rot90(image, way % 4), np.rot90(mask, way % 4)
        return np.ascontiguousarray(image), np.ascontiguousarray(mask)
