import numpy as np

HEIGHT, WIDTH = 24, 12


def vials(count, rng):
    """Photographs of vials, and up to which share of its height each one is filled."""
    row, column = np.mgrid[:HEIGHT, :WIDTH]
    level = rng.uniform(0.1, 0.9, count)
    images = np.zeros((count, HEIGHT, WIDTH, 3))
    for image, filled in zip(images, level, strict=True):
        top, bottom = rng.integers(0, 4), HEIGHT - rng.integers(0, 4)
        left, right = rng.integers(1, 4), WIDTH - rng.integers(1, 4)
        image[:] = rng.uniform(0.2, 0.8) * np.linspace(1, rng.uniform(0.6, 1), WIDTH)[None, :, None]
        glass = (row >= top) & (row < bottom) & (column >= left) & (column < right)
        liquid = np.clip(row + 1 - (bottom - filled * (bottom - top)), 0, 1)[..., None] * rng.uniform(0.6, 0.95)
        colour = rng.uniform(0, 1, 3)
        image[glass] = ((1 - liquid) * (0.6 * image + 0.35) + liquid * colour)[glass]
    return (images + rng.normal(0, 0.02, images.shape)).astype("float32"), level.astype("float32")[:, None]


def load_mine(seed):
    """Vials of training, validation and test."""
    rng = np.random.default_rng(seed)
    return {name: vials(count, rng) for name, count in {"train": 1600, "validation": 300, "test": 300}.items()}
