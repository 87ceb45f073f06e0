import numpy as np
from scipy.ndimage import gaussian_filter


def board(rng, size):
    """A planed board, its grain along the rows, with up to three dark knots and as many harmless shadows."""
    rows, columns = np.mgrid[:size, :size]
    grain = gaussian_filter(rng.normal(size=(size, size)), (0.7, 6))
    image = 0.6 + 0.1 * grain / grain.std() + 0.04 * rng.normal(size=(size, size))
    mask = np.zeros((size, size))
    for _ in range(rng.integers(0, 3)):  # a shadow has no rings and a soft rim
        y, x = rng.uniform(0, size, 2)
        image -= 0.25 * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * 2.5**2))
    for _ in range(rng.integers(0, 4)):
        y, x = rng.uniform(0, size, 2)
        height, width = rng.uniform(1.5, 4, 2)
        distance = np.hypot((rows - y) / height, (columns - x) / width)
        inside = distance < 1
        image[inside] = (0.35 + 0.12 * np.cos(9 * distance) + 0.04 * rng.normal(size=distance.shape))[inside]
        mask[inside] = 1
    return np.clip(image, 0, 1), mask


def load_mine(train, validation, test, size, seed):
    """Boards and the masks of their knots."""
    rng = np.random.default_rng(seed)
    boards = [board(rng, size) for _ in range(train + validation + test)]
    images, masks = (np.stack(part)[..., None].astype("float32") for part in zip(*boards, strict=True))
    ends = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(boards))}
    return {split: (images[a:b], masks[a:b]) for split, (a, b) in ends.items()}
