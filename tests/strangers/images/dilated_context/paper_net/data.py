import numpy as np


def load_mine(train, held_out, side, seed):
    """Aerial views with straight walls, short and long ones; each pixel is ground (0), short (1) or long (2).

    What a pixel of a wall is cannot be told nearby: both ends must be seen.
    """
    rng = np.random.default_rng(seed)

    def view():
        image, labels = 0.25 * rng.normal(size=(side, side)), np.zeros((side, side), int)
        for row in rng.permutation(np.arange(1, side - 1, 3))[:5]:
            kind = rng.integers(1, 3)
            length = rng.integers(5, 10) if kind == 1 else rng.integers(14, 20)
            start = rng.integers(0, side - length + 1)
            image[row, start : start + length] += rng.uniform(0.7, 1.3)
            labels[row, start : start + length] = kind
        return (image, labels) if rng.random() < 0.5 else (image.T, labels.T)

    def split(n):
        images, labels = zip(*(view() for _ in range(n)), strict=False)
        return np.array(images, "float32")[..., None], np.array(labels, "int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
