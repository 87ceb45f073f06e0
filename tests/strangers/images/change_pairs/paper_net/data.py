import numpy as np
from scipy.ndimage import gaussian_filter


def cropped(image, place, size):
    """The square of `size` pixels whose upper left corner is at (row, column)."""
    row, column = place
    return image[row : row + size, column : column + size]


def scene(rng, size):
    """The same place at two dates, each in its own light, and where something was built or pulled down between."""
    ground = gaussian_filter(rng.normal(size=(size, size)), 2, mode="wrap")
    ground = 0.4 + 0.1 * ground / ground.std()
    dates = [ground.copy(), ground.copy()]
    mask = np.zeros((size, size))
    for _ in range(rng.integers(4, 9)):
        height, width = rng.integers(3, 7, 2)
        row, column = rng.integers(0, size - height), rng.integers(0, size - width)
        part = (slice(row, row + height), slice(column, column + width))
        bright = rng.uniform(0.6, 0.9)
        when = rng.choice(["always", "before", "after"], p=[0.5, 0.2, 0.3])
        for date, name in enumerate(["before", "after"]):
            if when in ("always", name):
                dates[date][part] = bright
            elif when != "always":
                dates[date][part] = ground[part]
        mask[part] = when != "always"
    before, after = (
        rng.uniform(0.8, 1.2) * date + rng.uniform(-0.1, 0.1) + 0.03 * rng.normal(size=date.shape) for date in dates
    )
    return before, after, mask


def load_mine(train, validation, test, size, crop, seed):
    """A crop of each scene: two images and the mask of what changed."""
    rng = np.random.default_rng(seed)
    before, after, masks = [], [], []
    for _ in range(train + validation + test):
        first, second, mask = scene(rng, size)
        place = rng.integers(0, size - crop + 1, 2)
        before.append(cropped(first, place, crop))
        after.append(cropped(second, place, crop))
        masks.append(cropped(mask, place, crop))
    before, after, masks = (np.stack(part)[..., None].astype("float32") for part in (before, after, masks))
    ends = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(masks))}
    return {split: ({"before": before[a:b], "after": after[a:b]}, masks[a:b]) for split, (a, b) in ends.items()}
