import numpy as np


def load_mine(train, held_out, side, pairs, seed):
    """Hazy scenes of rectangles at several depths, and for some pairs of pixels which one is closer.

    Returns:
        Images (n, side, side, 1), and (n, pairs, 5): row and column of i, row and column of j, and 1 where i is closer,
        -1 where it is further, 0 where they are equally far.
    """
    rng = np.random.default_rng(seed)

    def scene():
        image = np.empty((side, side))
        depth = np.repeat(np.linspace(1.6, 0.8, side)[:, None], side, 1)  # the ground: further at the top
        stripes = 0.5 * (-1.0) ** np.add.outer(np.arange(side), np.arange(side))
        image[:] = stripes * np.exp(-1.5 * depth)
        for far in np.sort(rng.uniform(0.2, 1.5, 5))[::-1]:  # the closest is drawn last
            size = rng.integers(3, 5) + int(3 * (1.5 - far))
            row, column = rng.integers(0, side - size + 1, 2)
            box = slice(row, row + size), slice(column, column + size)
            depth[box], image[box] = far, stripes[box] * np.exp(-1.5 * far)
        image = rng.choice([-1, 1]) * image + rng.normal(0, 0.1) + 0.04 * rng.normal(size=image.shape)
        asked = rng.integers(0, side, (pairs, 4))
        return image, np.concatenate([asked, closer(depth, asked)[:, None]], 1)

    def split(n):
        images, relations = zip(*(scene() for _ in range(n)), strict=False)
        return np.array(images, "float32")[..., None], np.array(relations, "int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def closer(depth, asked):
    """1 where pixel i is closer than pixel j by a twentieth or more, -1 where it is further, else 0."""
    depth, asked = np.asarray(depth, float), np.asarray(asked, int)
    i, j = depth[asked[:, 0], asked[:, 1]], depth[asked[:, 2], asked[:, 3]]
    return np.where(j > 1.05 * i, 1, np.where(i > 1.05 * j, -1, 0))
