import numpy as np
from sklearn.datasets import load_sample_images


def load_mine(factor, size, seed):
    """Tiles of two photographs, small and large; none overlaps another.

    Args:
        factor: how many times smaller the input is, a side.
        size: of a large tile.
        seed: of which tiles are learnt from (seven in ten, also mirrored) and which are judged by.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    tiles = []
    for photo in load_sample_images().images:  # (427, 640, 3)
        grey = soft(photo @ [0.299, 0.587, 0.114] / 255)
        rows, columns = (side // size for side in grey.shape)
        cut = grey[: rows * size, : columns * size].reshape(rows, size, columns, size)
        tiles.append(cut.transpose(0, 2, 1, 3).reshape(-1, size, size))
    tiles = np.random.default_rng(seed).permutation(np.concatenate(tiles))  # (n, size, size)
    train, validation, test = np.split(tiles, [int(0.7 * len(tiles)), int(0.85 * len(tiles))])
    train = np.concatenate([train, train[:, :, ::-1]])

    def pairs(large):
        side = size // factor
        small = large.reshape(-1, side, factor, side, factor).mean(axis=(2, 4))
        return small[..., None].astype("float32"), large[..., None].astype("float32")

    return {"train": pairs(train), "validation": pairs(validation), "test": pairs(test)}


def soft(image):
    """Without its finest grain, which no network could give back: each pixel the mean of itself and those around it."""
    padded = np.pad(image, 1, mode="edge")
    return sum(padded[i : i + image.shape[0], j : j + image.shape[1]] for i in range(3) for j in range(3)) / 9
