import numpy as np


def load_mine(size, train, held_out, seed):
    """Small bright patches on grainy tissue, and the mask of them; every image has one to three.

    Args:
        size: pixels a side.
        train: images to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": (images, masks), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:size, :size]

    def smooth(values):
        """The mean of each pixel and its eight neighbours, the image going on at the other side."""
        return sum(np.roll(values, (i, j), (1, 2)) for i in (-1, 0, 1) for j in (-1, 0, 1)) / 9

    def draw(n):
        masks = np.zeros((n, size, size))
        for mask in masks:
            for _ in range(rng.integers(1, 4)):
                cy, cx = rng.uniform(3, size - 3, 2)
                a, b, angle = *rng.uniform(1.3, 3.5, 2), rng.uniform(0, np.pi)
                u = (x - cx) * np.cos(angle) + (y - cy) * np.sin(angle)
                v = (y - cy) * np.cos(angle) - (x - cx) * np.sin(angle)
                mask[(u / a) ** 2 + (v / b) ** 2 < 1] = 1
        tissue = 0.4 + 0.7 * smooth(smooth(rng.standard_normal(masks.shape)))
        images = tissue + 0.8 * smooth(masks) + 0.1 * rng.standard_normal(masks.shape)
        return images[..., None].astype("float32"), masks[..., None].astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
