import numpy as np
from scipy.ndimage import gaussian_filter


def scene(rng, size):
    """A smooth ground with a few discs on it, in 0 … 1."""
    rows, columns = np.mgrid[:size, :size]
    image = 0.5 + 0.6 * gaussian_filter(rng.normal(size=(size, size)), 4, mode="wrap")
    for _ in range(rng.integers(1, 4)):
        y, x = rng.uniform(0, size, 2)
        distance = np.hypot(rows - y, columns - x) - rng.uniform(2, 6)
        image += rng.uniform(-0.4, 0.4) * np.clip(0.5 - distance, 0, 1)
    return np.clip(image, 0, 1)


def load_mine(train, validation, test, size, seed):
    """Grey images alone: what goes in is what is to come out."""
    rng = np.random.default_rng(seed)
    images = np.stack([scene(rng, size) for _ in range(train + validation + test)])[..., None].astype("float32")
    ends = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(images))}
    return {split: (images[a:b], None) for split, (a, b) in ends.items()}
