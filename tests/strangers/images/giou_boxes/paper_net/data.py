import numpy as np


def load_mine(seed, size, train, held_out):
    """Images with one object, noise and thin lines as clutter.

    Returns:
        The splits: images (n, size, size, 1), boxes (n, 4) as x1, y1, x2, y2 in sides of the image.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        images, boxes = zip(*(draw(rng, size) for _ in range(n)), strict=True)
        return np.stack(images)[..., None].astype("float32"), np.array(boxes, "float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def draw(rng, size):
    """One image and its box; an object is 5 to 13 pixels wide and high, wholly inside."""
    image = rng.normal(0, 0.1, (size, size))
    for _ in range(2):  # clutter
        image[rng.integers(size), :] += 0.3
        image[:, rng.integers(size)] += 0.3
    width, height = rng.integers(5, 14, 2)
    x, y = rng.integers(0, size - width + 1), rng.integers(0, size - height + 1)
    rows, columns = np.mgrid[:size, :size] + 0.5
    across, down = (columns - x) / width * 2 - 1, (rows - y) / height * 2 - 1
    inside = across**2 + down**2 <= 1 if rng.random() < 0.5 else np.maximum(abs(across), abs(down)) <= 1
    image[inside] += rng.uniform(0.7, 1.2)
    return image, np.array([x, y, x + width, y + height]) / size
