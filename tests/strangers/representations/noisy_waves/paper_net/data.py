"""Waves of four kinds; wrong labels in training, right ones in validation and test."""

import numpy as np


def load_mine(wrong, train, held_out, length, seed):
    rng = np.random.default_rng(seed)
    size = train + 2 * held_out
    label = rng.integers(0, 4, size)
    phase = np.linspace(0, 1, length) * rng.uniform(2, 4, (size, 1)) + rng.random((size, 1))  # in periods
    turn = phase % 1
    kinds = np.stack([np.sin(2 * np.pi * phase), np.sign(turn - 0.5), 2 * turn - 1, np.where(turn < 0.2, 1.0, -0.25)])
    wave = kinds[label, np.arange(size)] * rng.uniform(0.7, 1.3, (size, 1)) + 0.3 * rng.normal(size=(size, length))
    x, y = wave[..., None].astype("float32"), label.astype("int32")

    given = y[:train].copy()
    redrawn = rng.random(train) < wrong
    given[redrawn] = rng.integers(0, 4, redrawn.sum())
    return {
        "train": (x[:train], given),
        "validation": (x[train : train + held_out], y[train : train + held_out]),
        "test": (x[train + held_out :], y[train + held_out :]),
    }
