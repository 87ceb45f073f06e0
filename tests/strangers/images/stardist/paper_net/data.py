import numpy as np
from scipy.ndimage import distance_transform_edt


def load_mine(train, held_out, size, rays, noise, seed):
    """Images of ellipses on an uneven background, and their star-convex targets."""
    rng = np.random.default_rng(seed)

    def split(number):
        images, cells = zip(*(field(rng, size, noise) for _ in range(number)), strict=True)
        return np.stack(images), star(np.stack(cells), rays)

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def field(rng, size, noise):
    rows, columns = np.mgrid[:size, :size]
    cells = np.zeros((size, size), int)
    image = 0.3 * rows / size * rng.uniform(-1, 1) + 0.3 * columns / size * rng.uniform(-1, 1)
    for cell in range(1, rng.integers(3, 6)):
        y, x = rng.uniform(2, size - 3, 2)
        a, b, turn = rng.uniform(2.5, 5), rng.uniform(2.5, 5), rng.uniform(0, np.pi)
        u = np.cos(turn) * (columns - x) + np.sin(turn) * (rows - y)
        v = -np.sin(turn) * (columns - x) + np.cos(turn) * (rows - y)
        radius = np.sqrt((u / a) ** 2 + (v / b) ** 2)
        free = (radius <= 1) & (cells == 0)
        cells[free] = cell
        image[free] += rng.uniform(0.5, 1) * (1.1 - 0.7 * radius[free])
    image = image + noise * rng.standard_normal(image.shape)
    return image[..., None].astype("float32"), cells


def star(cells, rays):
    """Of each pixel of images (b, h, w): its distance to what is not its cell, over the cell's largest; its way out of
    the cell along each ray. All are 0 in the background. (b, h, w, 1 + rays)"""
    size = cells.shape[1]
    target = np.zeros((*cells.shape, 1 + rays), "float32")
    for image, depths in zip(cells, target[..., 0], strict=True):
        for cell in np.unique(image[image > 0]):
            depth = distance_transform_edt(np.pad(image == cell, 1))[1:-1, 1:-1]
            depths += depth / depth.max()
    sample, row, column = np.nonzero(cells)
    for ray in range(rays):
        down, right = np.sin(2 * np.pi * ray / rays), np.cos(2 * np.pi * ray / rays)
        going = np.ones(len(sample), bool)
        for step in range(1, size):
            rows, columns = np.rint(row + step * down).astype(int), np.rint(column + step * right).astype(int)
            going &= (rows >= 0) & (rows < size) & (columns >= 0) & (columns < size)
            there = cells[sample, np.clip(rows, 0, size - 1), np.clip(columns, 0, size - 1)]
            going &= there == cells[sample, row, column]
            target[sample, row, column, 1 + ray] += going
    return target
