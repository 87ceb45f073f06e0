"""Sinusoids y = a sin(x - p), each a task of its own."""

import numpy as np


def load_mine(tasks, held_out, shots, seed):
    """Tasks drawn as in Section 5.1: amplitude 0.1 … 5, phase 0 … pi, x in -5 … 5."""
    rng = np.random.default_rng(seed)

    def draw(n):
        amplitude = rng.uniform(0.1, 5, (n, 1, 1))
        phase = rng.uniform(0, np.pi, (n, 1, 1))
        x = rng.uniform(-5, 5, (n, 2 * shots, 1))
        y = amplitude * np.sin(x - phase)
        points = np.concatenate([x, y], axis=-1).astype("float32")
        inputs = {"support": points[:, :shots], "query": points[:, shots:, :1]}
        return inputs, points[:, shots:, 1:]

    return {"train": draw(tasks), "validation": draw(held_out), "test": draw(held_out)}
