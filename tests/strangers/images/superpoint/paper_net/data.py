import numpy as np


def load_mine(train, held_out, side, cell, seed):
    """Synthetic shapes (Section 4.1): one triangle or quadrilateral an image, noisy; its corners by cells.

    Args:
        train: images to learn from.
        held_out: images of the validation, and as many of the test.
        side: of an image, in pixels.
        cell: side of a cell, in pixels.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        angle = np.sort(rng.uniform(0, 2 * np.pi, (n, 1)) + np.arange(4) * np.pi / 2 + rng.uniform(-0.5, 0.5, (n, 4)))
        corners = np.stack([np.sin(angle), np.cos(angle)], -1) * rng.uniform(0.22, 0.45, (n, 1, 1)) * side
        corners = np.rint(corners + rng.uniform(0.42, 0.58, (n, 1, 2)) * side)  # (n, 4, 2)
        corners[: n // 2, 3] = corners[: n // 2, 2]  # half of them are triangles
        corners = np.clip(corners, 1, side - 2).astype(int)
        grid = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij"), -1)  # (side, side, 2)
        edge = np.roll(corners, -1, axis=1) - corners
        offset = grid[None, None] - corners[:, :, None, None]  # (n, 4, side, side, 2)
        cross = edge[:, :, None, None, 0] * offset[..., 1] - edge[:, :, None, None, 1] * offset[..., 0]
        inside = (cross >= 0).all(1) | (cross <= 0).all(1)  # (n, side, side)
        dark, light = rng.uniform(0, 0.4, (n, 1, 1)), rng.uniform(0.6, 1, (n, 1, 1))
        flip = rng.random((n, 1, 1)) < 0.5
        images = np.where(inside ^ flip, light, dark) + 0.05 * rng.normal(size=(n, side, side))
        heat = np.zeros((n, side, side), int)
        heat[np.arange(n)[:, None], corners[..., 0], corners[..., 1]] = 1
        return images[..., None].astype("float32"), np.stack([cells(one, cell) for one in heat])

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def cells(heat, size):
    """The class of each cell: the place of its point, by rows, or size² where it has none (the dustbin).

    Args:
        heat: (rows, columns), 1 where a corner is.
        size: side of a cell.
    """
    heat = np.asarray(heat)
    rows, columns = heat.shape[0] // size, heat.shape[1] // size
    x = heat.reshape(rows, size, columns, size).transpose(0, 2, 1, 3)
    x = x.reshape(rows, columns, size * size)
    dustbin = np.full((rows, columns, 1), 0.5)
    return np.concatenate([x, dustbin], -1).argmax(-1).astype("int32")
