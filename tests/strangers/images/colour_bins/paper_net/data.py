"""YOURS. What is learnt from."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_sample_image


def load_mine(shrink, block, tile, bins, seed):
    """Tiles of two photographs; whole squares of `block` pixels are dealt to the splits, so that no pixel is in two.

    Returns:
        The splits, each (lightness, colour bins) of shapes (n, tile, tile, 1) and (n, tile, tile).
    """
    draw = np.random.default_rng(seed)
    squares = np.concatenate([cut(small(name, shrink), block, block) for name in ("china.jpg", "flower.jpg")])
    squares = squares[draw.permutation(len(squares))]
    first, second = int(0.7 * len(squares)), int(0.85 * len(squares))
    parts = {"train": squares[:first], "validation": squares[first:second], "test": squares[second:]}
    tiles = {name: np.concatenate([cut(s, tile, tile // 3) for s in part]) for name, part in parts.items()}
    palette = KMeans(bins, n_init=1, random_state=0).fit(opponent(tiles["train"])[::7])

    def split(x):
        colours = palette.predict(opponent(x)).reshape(x.shape[:3])
        return x.mean(axis=-1, keepdims=True).astype("float32"), colours.astype("int32")

    return {name: split(x) for name, x in tiles.items()}


def small(name, shrink):
    """A photograph in 0 … 1, each pixel the mean over a square of it."""
    image = load_sample_image(name) / 255
    height, width = (side // shrink for side in image.shape[:2])
    image = image[: height * shrink, : width * shrink].reshape(height, shrink, width, shrink, 3)
    return image.mean(axis=(1, 3))


def cut(image, size, step):
    """Squares of an image, `step` apart: (n, size, size, 3)."""
    places = [range(0, side - size + 1, step) for side in image.shape[:2]]
    return np.stack([image[i : i + size, j : j + size] for i in places[0] for j in places[1]])


def opponent(x):
    """Red against green, yellow against blue, of each pixel: (n, 2)."""
    red, green, blue = (np.ascontiguousarray(x[..., i]).ravel() for i in range(3))
    return np.stack([red - green, (red + green) / 2 - blue], axis=-1)
