"""YOURS. What is learnt from: how often something happens."""

import numpy as np


def load_counts(training=1000, validation=400):
    """Counts of 0 to about 40, whose mean depends on three features.

    Returns:
        The splits; inputs Float["b 3"] of unit variance; targets Float["b 1"], counts.
    """
    random = np.random.default_rng(0)
    inputs = random.normal(size=(training + validation, 3))
    rate = np.exp(1 + 0.6 * inputs[:, 0] + 0.5 * np.sin(2 * inputs[:, 1]) + 0.2 * inputs[:, 0] * inputs[:, 2])
    counts = random.poisson(rate)[:, None].astype("float32")
    inputs = inputs.astype("float32")
    return {"train": (inputs[:training], counts[:training]), "validation": (inputs[training:], counts[training:])}
