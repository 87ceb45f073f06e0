import numpy as np


def load_mine(train, held_out, waves, noise, seed):
    """The pressure of a sound field, a sum of plane waves, measured at random places of a square.

    Args:
        train: places to learn from.
        held_out: places of the validation and of the test, each.
        waves: how many.
        noise: standard deviation of a measurement that is learnt from, the field's being 1.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    angle, number = rng.uniform(0, 2 * np.pi, waves), rng.uniform(6, 16, waves)  # radians a unit of length
    vectors = number * np.stack([np.cos(angle), np.sin(angle)])  # (2, waves)
    phases = rng.uniform(0, 2 * np.pi, waves)
    splits = {}
    for split, count in {"train": train, "validation": held_out, "test": held_out}.items():
        places = rng.uniform(-1, 1, (count, 2))
        pressure = np.cos(places @ vectors + phases).sum(axis=1, keepdims=True) * np.sqrt(2 / waves)
        pressure += rng.normal(0, noise, pressure.shape) * (split == "train")
        splits[split] = places.astype("float32"), pressure.astype("float32")
    return splits
