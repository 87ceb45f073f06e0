"""YOURS. What is learnt from: rare marks on small plates: 80 % have none."""

import numpy as np


def load_plates(train, validation, test, seed):
    """Plates of 10×10: plain (80 %), scratched (13 %), dented (7 %).

    Returns:
        The splits; inputs Float["b 10 10 1"], about -1 … 3; targets Int["b"] in 0 … 2.
    """
    rng = np.random.default_rng(seed)
    count = train + validation + test
    targets = rng.choice(3, size=count, p=[0.8, 0.13, 0.07]).astype("int32")
    rows, columns = np.mgrid[:10, :10]
    images = rng.normal(0, 0.35, (count, 10, 10))
    for image, target in zip(images, targets, strict=False):
        y, x, angle = *rng.uniform(2.5, 6.5, 2), rng.uniform(0, np.pi)
        if target == 1:
            across = np.abs((rows - y) * np.cos(angle) - (columns - x) * np.sin(angle))
            image += 1.6 * np.exp(-(across**2) / 0.6)
        if target == 2:
            image += 2.2 * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / 4)
    inputs = images[..., None].astype("float32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
