"""YOURS. What is learnt from: an inverse problem."""

import numpy as np


def load_inverse(training, validation):
    """t from x = t + 0.3 sin(2πt) + noise: for x about 0.5 three values of t are right.

    Args:
        training, validation: samples of each split.

    Returns:
        The splits; inputs Float["b 1"]; targets Float["b 1"] in 0 … 1.

    Source: after Bishop 1994.
    """
    rng = np.random.default_rng(0)
    t = rng.uniform(0, 1, (training + validation, 1))
    x = t + 0.3 * np.sin(2 * np.pi * t) + rng.uniform(-0.1, 0.1, t.shape)
    x, t = x.astype("float32"), t.astype("float32")
    return {"train": (x[:training], t[:training]), "validation": (x[training:], t[training:])}
