import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, validation, seed):
    """Handwritten digits of 8 by 8 pixels, black or white.

    Args:
        train: digits to learn from.
        validation: digits of the validation; the others are the test.
        seed: of their order.

    Returns:
        The splits; pixels (n, 64) of 0 and 1, without targets.
    """
    pixels = (load_digits().data > 7.5).astype("float32")  # (1797, 64)
    pixels = pixels[np.random.default_rng(seed).permutation(len(pixels))]
    parts = np.split(pixels, [train, train + validation])
    return {name: (part, None) for name, part in zip(("train", "validation", "test"), parts, strict=False)}
