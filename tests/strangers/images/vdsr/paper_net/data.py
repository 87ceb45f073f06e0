import numpy as np
from scipy.ndimage import zoom
from sklearn.datasets import load_sample_image


def load_mine(size, factor):
    """Patches from three parts of each photograph: its left 60 % are learnt from, the next 20 % validate, 20 % test.

    Args:
        size: pixels a side of a patch.
        factor: by which the resolution is lowered.
    """
    splits = {"train": [], "validation": [], "test": []}
    for name in ["china.jpg", "flower.jpg"]:
        grey = load_sample_image(name).mean(axis=-1) / 255
        grey = grey[: len(grey) // 2 * 2, : grey.shape[1] // 2 * 2]
        grey = grey.reshape(len(grey) // 2, 2, -1, 2).mean(axis=(1, 3))  # less noise of the camera
        one, two = int(0.6 * grey.shape[1]), int(0.8 * grey.shape[1])
        splits["train"] += patches(grey[:, :one], size, size // 2)
        splits["validation"] += patches(grey[:, one:two], size, size)
        splits["test"] += patches(grey[:, two:], size, size)
    return {split: pair(np.stack(sharp), factor) for split, sharp in splits.items()}


def patches(image, size, stride):
    height, width = image.shape
    return [
        image[row : row + size, column : column + size]
        for row in range(0, height - size + 1, stride)
        for column in range(0, width - size + 1, stride)
    ]


def pair(sharp, factor):
    number, size, _ = sharp.shape
    low = sharp.reshape(number, size // factor, factor, size // factor, factor).mean(axis=(2, 4))
    blurred = zoom(low, (1, factor, factor), order=1, mode="nearest", grid_mode=True)
    return blurred[..., None].astype("float32"), sharp[..., None].astype("float32")
