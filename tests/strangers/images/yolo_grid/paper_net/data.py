import numpy as np


def load_mine(size, cells, train, held_out, seed):
    """One to three bright rectangles or ellipses on a noisy ground, and the grid that says which cell holds which.

    Args:
        size: pixels a side.
        cells: of the grid, a side; the cell of an object's centre is responsible for it, and no cell for two.
        train: images to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": (images, grids), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    y, x = (np.mgrid[:size, :size] + 0.5) / size

    def draw(n):
        images = 0.15 * rng.standard_normal((n, size, size))
        grids = np.zeros((n, cells, cells, 5))
        for image, grid in zip(images, grids, strict=False):
            for _ in range(rng.integers(1, 4)):
                w, h = rng.uniform(0.15, 0.4, 2)
                cx, cy = rng.uniform(w / 2, 1 - w / 2), rng.uniform(h / 2, 1 - h / 2)
                row, column = int(cy * cells), int(cx * cells)
                if grid[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2, 0].any():
                    continue  # too close to another
                u, v = np.abs(x - cx) / (w / 2), np.abs(y - cy) / (h / 2)
                image[(u**2 + v**2 < 1) if rng.random() < 0.5 else (np.maximum(u, v) < 1)] += rng.uniform(0.6, 1)
                grid[row, column] = 1, cx * cells - column, cy * cells - row, w, h
        return images[..., None].astype("float32"), grids.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
