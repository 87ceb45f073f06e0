import numpy as np


def patches(images, side):
    """Cut into squares, row by row: (n, h, w) → (n, h / side · w / side, side · side)."""
    images = np.asarray(images)
    n, height, width = images.shape
    cut = images.reshape(n, height // side, side, width // side, side).swapaxes(2, 3)
    return cut.reshape(n, -1, side * side)


def skies(number, noise, random):
    """Smooth brightness on eight by eight pixels: a level, a slope in each direction and a twist, and noise."""
    y, x = np.meshgrid(np.linspace(-1, 1, 8), np.linspace(-1, 1, 8), indexing="ij")
    shapes = np.stack([np.full_like(x, 0.5), x, y, x * y])
    return np.tensordot(random.normal(size=(number, 4)), shapes, 1) + random.normal(0, noise, (number, 8, 8))


def load_mine(seed, train, validation, test, noise):
    """Skies in patches of two by two pixels; there is nothing else to learn."""
    random = np.random.default_rng(seed)
    sizes = {"train": train, "validation": validation, "test": test}
    return {split: (patches(skies(size, noise, random), 2).astype("float32"), None) for split, size in sizes.items()}
