"""YOURS. What is learnt from: noisy tones (made here) that rise or fall."""

import numpy as np


def load_chirps(samples=1500, validation=300, steps=32, noise=0.3, seed=0):
    """Tones whose frequency rises or falls, from any phase.

    Returns:
        The splits; inputs Float["b 32 1"]; targets Float["b 1"], 1 for rising and -1 for falling.
    """
    rng = np.random.default_rng(seed)
    rising = rng.integers(0, 2, samples)
    t = np.linspace(0, 1, steps)
    slow, fast = rng.uniform(0.5, 1.5, (samples, 1)), rng.uniform(4, 6, (samples, 1))
    begin, end = np.where(rising[:, None], slow, fast), np.where(rising[:, None], fast, slow)
    phase = 2 * np.pi * (begin * t + (end - begin) * t**2 / 2 + rng.random((samples, 1)))
    inputs = (np.sin(phase) + rng.normal(0, noise, phase.shape)).astype("float32")[..., None]
    targets = (2 * rising - 1).astype("float32")[:, None]
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
