"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


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
