import numpy as np


def load_mine(train, held_out, seed):
    """Directions with two modes, along and against the slope, whose odds hang on the hour."""
    rng = np.random.default_rng(seed)
    number = train + 2 * held_out
    gradient = rng.normal(size=(number, 2))
    hour = rng.uniform(0, 2 * np.pi, number)
    slope = np.arctan2(gradient[:, 1], gradient[:, 0] + 0.5)
    up = rng.random(number) < 1 / (1 + np.exp(-3 * np.cos(hour)))
    width = 2 + 4 * np.hypot(*gradient.T)
    direction = rng.vonmises(slope + np.where(up, 0, 2.5), width)
    direction = (direction + np.pi) % (2 * np.pi) - np.pi
    x = np.column_stack([gradient, np.cos(hour), np.sin(hour)]).astype("float32")
    y = direction[:, None].astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {split: (x[part], y[part]) for split, part in parts.items()}
