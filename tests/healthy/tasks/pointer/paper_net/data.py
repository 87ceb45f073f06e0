"""YOURS. What is learnt from."""

import numpy as np


def load_sorting(train, validation, test, size=6, seed=11):
    """Sets of six numbers; asked is, place by place, where in the input the next larger one stands.

    Returns:
        The splits; inputs Float["b 6 1"] in -1 … 1; targets Int["b 6"], positions in the input.
    """
    rng = np.random.default_rng(seed)
    numbers = rng.uniform(-1, 1, (train + validation + test, size, 1)).astype("float32")
    order = np.argsort(numbers[..., 0], axis=1).astype("int32")
    ends = [train, train + validation]
    parts = zip(np.split(numbers, ends), np.split(order, ends), strict=True)
    return dict(zip(("train", "validation", "test"), parts, strict=True))
