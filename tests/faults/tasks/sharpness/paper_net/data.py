"""YOURS. What is learnt from: short pulses from a recorder with an unknown gain."""

import numpy as np


def load_pulses(train, validation, test, noise, seed):
    """Five kinds of pulse in 32 samples of a 12-bit recorder, each at another gain.

    Returns:
        The splits; inputs Float["b 32 1"], counts around 0, up to about ±2000; targets Int["b"] in 0 … 4.
    """
    rng = np.random.default_rng(seed)
    count = train + validation + test
    kinds = rng.integers(5, size=count)
    t = np.arange(32)[None] - rng.uniform(10, 22, count)[:, None]  # (n, 32)
    width = rng.uniform(2.5, 4, count)[:, None]
    envelope = np.exp(-((t / width) ** 2) / 2)
    shapes = np.stack(
        [
            envelope,
            -envelope * t / width * 1.5,
            envelope * (1 - (t / width) ** 2),
            envelope * np.cos(2 * t / width),
            np.where(t > 0, np.exp(-t.clip(0) / width), 0),
        ]
    )  # (5, n, 32)
    signal = shapes[kinds, np.arange(count)] + rng.normal(0, noise, (count, 32))
    counts = np.clip(np.round(rng.uniform(400, 1500, count)[:, None] * signal), -2048, 2047)
    inputs, targets = counts[..., None].astype("float32"), kinds.astype("int32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
