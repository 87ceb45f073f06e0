"""YOURS. What is learnt from: curves, each known at a few points."""

import numpy as np


def load_curves(count=1500, validation=300, test=300):
    """Sines of random size, phase and frequency.

    Returns:
        The splits; inputs {context: Float["b 8 2"], known points and values; query: Float["b 14 1"]}; targets
        Float["b 14 1"], the values asked for.
    """
    rng = np.random.default_rng(31)
    total = count + validation + test
    x = rng.uniform(-2, 2, (total, 22, 1))
    size, phase, speed = (
        rng.uniform(0.5, 1.5, (total, 1, 1)),
        rng.uniform(0, 2 * np.pi, (total, 1, 1)),
        rng.uniform(1, 2, (total, 1, 1)),
    )
    y = size * np.sin(speed * x + phase) + 0.05 * rng.normal(size=x.shape)
    x, y = x.astype("float32"), y.astype("float32")
    context = np.concatenate([x[:, :8], y[:, :8]], axis=-1)

    def split(begin, end):
        return {"context": context[begin:end], "query": x[begin:end, 8:]}, y[begin:end, 8:]

    return {
        "train": split(0, count),
        "validation": split(count, count + validation),
        "test": split(count + validation, total),
    }
