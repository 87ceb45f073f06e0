import numpy as np


def load_mine(train, held_out, seed):
    """Images (24, 24, 1), and of each three lines of class and box, in no order that means anything."""
    rng = np.random.default_rng(seed)

    def split(count):
        image, parts = (np.stack(of).astype("float32") for of in zip(*(plate(rng) for _ in range(count)), strict=True))
        return image[..., None], parts

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def plate(rng, size=24):
    """One plate: parts in different cells of a jittered two by two grid, so that none hides another."""
    image = rng.normal(0.0, 0.08, (size, size))
    lines = np.tile(np.array([2.0, 0, 0, 0, 0]), (3, 1))
    for i, cell in enumerate(rng.permutation(4)[: rng.integers(1, 4)]):
        height, width = rng.integers(5, 11, 2)
        top = (cell // 2) * size // 2 + rng.integers(0, size // 2 - height + 1)
        left = (cell % 2) * size // 2 + rng.integers(0, size // 2 - width + 1)
        hollow = rng.integers(2)
        image[top : top + height, left : left + width] += 1.0
        if hollow:
            image[top + 2 : top + height - 2, left + 2 : left + width - 2] -= 1.0
        lines[i] = [hollow, *boxed(top, left, height, width, size)]
    return image, lines


def boxed(top, left, height, width, size):
    """Pixels as shares of the image: centre and extent."""
    return [(top + height / 2) / size, (left + width / 2) / size, height / size, width / size]
