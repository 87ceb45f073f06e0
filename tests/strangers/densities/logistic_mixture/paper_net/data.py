"""What is learnt from: quantised waves."""

import numpy as np


def load_mine(waves, length, levels, seed):
    """Two sines of random frequencies and phases, noise, then rounded to levels."""
    rng = np.random.default_rng(seed)

    def draw(count):
        t = np.arange(length)[None, None]
        frequency, phase = rng.uniform(0.02, 0.12, (count, 2, 1)), rng.uniform(0, 2 * np.pi, (count, 2, 1))
        loud = rng.uniform(0.2, 0.45, (count, 2, 1))
        wave = (loud * np.sin(2 * np.pi * frequency * t + phase)).sum(1) + 0.05 * rng.normal(size=(count, length))
        level = np.clip(np.round((wave + 1) / 2 * (levels - 1)), 0, levels - 1)
        x = level / (levels - 1) * 2 - 1
        return x[..., None].astype("float32"), level.astype("float32")

    return {"train": draw(waves), "validation": draw(200), "test": draw(200)}
