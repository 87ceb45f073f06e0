import numpy as np


def load_mine(seed, size, train, held_out):
    """({"before", "after"} of (n, size, size, 3), masks (n, size, size, 1)); most houses stay."""
    rng = np.random.default_rng(seed)

    def split(n):
        before, after, mask = map(np.stack, zip(*(pair(rng, size) for _ in range(n)), strict=True))
        return {"before": before.astype("float32"), "after": after.astype("float32")}, mask[..., None].astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def pair(rng, size):
    ground = rng.uniform(0.25, 0.45, 3) + 0.1 * rng.normal(size=(size // 4, size // 4, 3)).repeat(4, 0).repeat(4, 1)
    images, there = [ground.copy(), ground.copy()], np.zeros((2, size, size), bool)
    for _ in range(rng.integers(3, 7)):
        height, width = rng.integers(4, 8, 2)
        y, x = rng.integers(0, size - height), rng.integers(0, size - width)
        if there[:, y : y + height, x : x + width].any():
            continue
        roof = rng.uniform([0.5, 0.2, 0.2], [0.9, 0.6, 0.5])
        years = rng.choice([0b11, 0b01, 0b10], p=[0.5, 0.25, 0.25])  # stands in both, before, after
        for year in (0, 1):
            if years >> year & 1:
                images[year][y : y + height, x : x + width] = roof
                there[year, y : y + height, x : x + width] = True
    seen = [rng.uniform(0.75, 1.25) * image + rng.normal(0, 0.06, image.shape) for image in images]  # light, noise
    return *seen, there[0] != there[1]
