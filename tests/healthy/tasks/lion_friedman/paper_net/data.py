"""YOURS. What is learnt from: Friedman's first function, of ten columns of which five count."""

import numpy as np


def load_friedman(train, validation, test, noise, seed):
    """Inputs Float["b 10"] in -1.7 … 1.7; targets Float["b 1"], standardized by the training samples."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(size=(train + validation + test, 10))
    y = 10 * np.sin(np.pi * x[:, 0] * x[:, 1]) + 20 * (x[:, 2] - 0.5) ** 2 + 10 * x[:, 3] + 5 * x[:, 4]
    y += rng.normal(0, noise, len(y))
    inputs = ((x - 0.5) * 12**0.5).astype("float32")
    targets = ((y - y[:train].mean()) / y[:train].std()).astype("float32")[:, None]
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
