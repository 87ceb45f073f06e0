import numpy as np


def load_mine(train, held_out, size, reach, seed):
    """Pairs of frames and the flow from the first to the second."""
    rng = np.random.default_rng(seed)

    def split(count):
        pairs = [pair(rng, size, reach) for _ in range(count)]
        first, second, flow = (np.stack(part).astype("float32") for part in zip(*pairs, strict=True))
        return {"first": first[..., None], "second": second[..., None]}, flow

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def pair(rng, size, reach):
    """One pair: what is at p in the first frame is at p + flow(p) in the second."""
    row, column = np.mgrid[:size, :size]
    ground, disc = rng.normal(0, 1, (2, size + 2 * reach, size + 2 * reach))
    (gy, gx), (dy, dx) = rng.integers(-reach, reach + 1, (2, 2))
    y, x = rng.uniform(4, size - 4, 2)
    radius = rng.uniform(3, 5)

    def inside(y, x):
        return (row - y) ** 2 + (column - x) ** 2 < radius**2

    def seen(texture, down, right):
        return texture[row + reach - down, column + reach - right]

    first = np.where(inside(y, x), seen(disc, 0, 0), seen(ground, 0, 0))
    second = np.where(inside(y + dy, x + dx), seen(disc, dy, dx), seen(ground, gy, gx))
    flow = np.where(inside(y, x)[..., None], [dy, dx], [gy, gx])
    noise = rng.normal(0, 0.1, (2, size, size))
    return first + noise[0], second + noise[1], flow
