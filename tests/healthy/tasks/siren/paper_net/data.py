"""YOURS. What is learnt from: one picture, pixel by pixel."""

import numpy as np


def load_picture(side=48):
    """Waves and discs in three colours; every tenth pixel, drawn at random, validates.

    Returns:
        The splits; inputs Float["b 2"], the place in -1 … 1; targets Float["b 3"], the colour in -1 … 1.
    """
    line = np.linspace(-1, 1, side)
    y, x = np.meshgrid(line, line, indexing="ij")
    red = np.sin(6 * x + 3 * y**2)
    green = np.tanh(8 * (0.5 - np.hypot(x - 0.2, y + 0.1)))
    blue = np.cos(5 * np.hypot(x + 0.4, y)) * np.exp(-(y**2))
    colours = np.stack([red, green, blue], axis=-1).reshape(-1, 3).astype("float32")
    places = np.stack([x, y], axis=-1).reshape(-1, 2).astype("float32")
    order = np.random.default_rng(2).permutation(len(places))
    held, kept = order[: len(order) // 10], order[len(order) // 10 :]
    return {"train": (places[kept], colours[kept]), "validation": (places[held], colours[held])}
