"""YOURS. What is learnt from: clips, drawn when they are asked for."""

import numpy as np


def load_mine(train, held_out, seed):
    """Clips of five movements; each clip has a seed of its own."""
    return {"train": Clips(train, seed), "validation": Clips(held_out, seed + 1), "test": Clips(held_out, seed + 2)}


class Clips:
    """A source of pairs: (clip, movement)."""

    steps = np.array([[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]])

    def __init__(self, size, seed):
        self.size, self.seed = size, seed
        self.grid = np.arange(12)

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if not 0 <= i < self.size:
            raise IndexError(i)
        rng = np.random.default_rng([self.seed, i])
        movement = i % 5
        speed = rng.uniform(0.7, 1.5)
        places = rng.uniform(0, 12, 2) + speed * self.steps[movement] * np.arange(8)[:, None]  # (frames, 2)
        away = (self.grid - places[..., None] + 6) % 12 - 6  # (frames, 2, 12): on a ring
        profile = np.exp(-(away**2) / (2 * rng.uniform(0.8, 1.5) ** 2))
        clip = profile[:, 0, :, None] * profile[:, 1, None, :] + 0.15 * rng.normal(size=(8, 12, 12))
        return clip[..., None].astype("float32"), np.int32(movement)
