"""YOURS. What is learnt from: noisy images of soft spots and bars, and what they were before the noise."""

import numpy as np


def load_spots(train, validation, test, noise, seed):
    """Images of 12×12 with one or two soft spots and, half of the time, a bar.

    Returns:
        The splits; inputs Float["b 12 12 1"], noisy; targets Float["b 12 12 1"] in 0 … 1, clean.
    """
    rng = np.random.default_rng(seed)
    count = train + validation + test
    rows, columns = np.mgrid[:12, :12]
    clean = np.zeros((count, 12, 12))
    for image in clean:
        for _ in range(rng.integers(1, 3)):
            y, x, width = *rng.uniform(1, 11, 2), rng.uniform(1.2, 2.2)
            image += rng.uniform(0.6, 1) * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * width**2))
        if rng.random() < 0.5:
            image[:, rng.integers(12)] += 0.6
    clean = np.clip(clean, 0, 1)
    noisy = clean + rng.normal(0, noise, clean.shape)
    noisy, clean = noisy[..., None].astype("float32"), clean[..., None].astype("float32")
    a, b = train, train + validation
    return {
        "train": (noisy[:a], clean[:a]),
        "validation": (noisy[a:b], clean[a:b]),
        "test": (noisy[b:], clean[b:]),
    }
