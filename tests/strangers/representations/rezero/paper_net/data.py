import numpy as np


def load_mine(turns, seed):
    """Points on two spirals, one class each: 1000 to learn from, 400 and 400 held out.

    Args:
        turns: of each spiral.
        seed: of places and noise.
    """
    rng = np.random.default_rng(seed)
    label = rng.integers(0, 2, 1800)
    radius = np.sqrt(rng.uniform(0.02, 1, 1800))
    angle = 2 * np.pi * turns * radius + np.pi * label
    places = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1) + 0.03 * rng.normal(size=(1800, 2))
    places, label = (2 * places).astype("float32"), label[:, None].astype("int32")
    cuts = {"train": slice(0, 1000), "validation": slice(1000, 1400), "test": slice(1400, None)}
    return {split: (places[cut], label[cut]) for split, cut in cuts.items()}
