import numpy as np


def load_mine(seed):
    """1000 pictures to learn from, 300 to validate and 300 to test, each with a hole of its own."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:16, :16]

    def pictures(n):
        images, masks = np.zeros((n, 16, 16, 1)), np.ones((n, 16, 16, 1))
        for image, mask in zip(images, masks, strict=True):
            angle, period, phase = rng.uniform(0, np.pi), rng.uniform(8, 18), rng.uniform(0, 2 * np.pi)
            wave = np.sin(2 * np.pi * (np.cos(angle) * x + np.sin(angle) * y) / period + phase)
            disc = (x - rng.uniform(2, 14)) ** 2 + (y - rng.uniform(2, 14)) ** 2 < rng.uniform(2, 5) ** 2
            image[..., 0] = 0.5 + rng.uniform(0.1, 0.25) * wave + rng.choice([-0.2, 0.2]) * disc
            row, column = rng.integers(4, 12, 2)
            for _ in range(25):  # a pen of 3 x 3 walks about
                mask[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2] = 0
                row, column = np.clip([row, column] + rng.integers(-1, 2, 2), 1, 14)
        images, masks = images.astype("float32"), masks.astype("float32")
        return {"image": images * masks, "mask": masks}, np.concatenate([images, masks], axis=-1)

    return {"train": pictures(1000), "validation": pictures(300), "test": pictures(300)}
