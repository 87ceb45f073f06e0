import numpy as np


def mosaic(image):
    """What a sensor with a Bayer filter (red green / green blue) sees of (h, w, 3): (h, w, 1)."""
    image = np.asarray(image, dtype="float32")
    seen = image[:, :, 1:2].copy()
    seen[0::2, 0::2, 0] = image[0::2, 0::2, 0]
    seen[1::2, 1::2, 0] = image[1::2, 1::2, 2]
    return seen


def colour(rng):
    """A grey with some hue: the colours of nature go up and down together."""
    return rng.uniform(0.1, 0.9) + 0.12 * rng.normal(size=3)


def dead_leaves(rng, size, leaves):
    """Discs of random colours that cover one another, drawn at twice the size and averaged."""
    rows, columns = np.mgrid[: 2 * size, : 2 * size] / 2
    image = np.ones((2 * size, 2 * size, 3)) * colour(rng)
    for _ in range(leaves):
        y, x = rng.uniform(0, size, 2)
        inside = (rows - y) ** 2 + (columns - x) ** 2 < rng.uniform(2, size / 2) ** 2
        image[inside] = colour(rng)
    image = image.reshape(size, 2, size, 2, 3).mean(axis=(1, 3))
    return np.clip(image, 0, 1)


def load_mine(train, validation, test, size, seed):
    """Mosaics and the images they were taken of."""
    rng = np.random.default_rng(seed)
    images = np.stack([dead_leaves(rng, size, 6) for _ in range(train + validation + test)]).astype("float32")
    mosaics = np.stack([mosaic(image) for image in images])
    ends = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(images))}
    return {split: (mosaics[a:b], images[a:b]) for split, (a, b) in ends.items()}
