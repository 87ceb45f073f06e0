import numpy as np


def load_mine(size, noise, train, held_out, seed):
    """Gratings under a round window, of any orientation, phase and fineness; how are they turned?

    A grating that is turned by 180 degrees is the same again, so the target is the direction of twice the angle.

    Args:
        size: pixels a side.
        noise: standard deviation of each pixel.
        train: images to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": (images, directions), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:size, :size] - (size - 1) / 2

    def draw(n):
        angle, phase, period, contrast = (
            rng.uniform(low, high, n)[:, None, None] for low, high in [(0, np.pi), (0, 2 * np.pi), (4, 9), (0.4, 1)]
        )
        along = x * np.cos(angle) + y * np.sin(angle)  # (n, size, size)
        window = np.exp(-(x**2 + y**2) / (2 * (size / 4) ** 2))
        images = contrast * window * np.cos(2 * np.pi * along / period + phase)
        images += noise * rng.standard_normal(images.shape)
        double = 2 * angle[:, 0, 0]
        directions = np.stack([np.cos(double), np.sin(double)], axis=-1)
        return images[..., None].astype("float32"), directions.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
