"""YOURS. What is learnt from."""

import numpy as np

MU, LAMBDA = -0.05, -1.0


def load_mine(train, held_out, steps, dt, seed):
    """x1' = mu x1, x2' = lambda (x2 - x1²): on the invariant (x1, x2 - c x1², x1²) it is linear, so it is solved."""
    rng = np.random.default_rng(seed)
    c = LAMBDA / (LAMBDA - 2 * MU)

    def trajectories(n):
        start = rng.uniform(-1, 1, (n, 2))
        t = dt * np.arange(1, steps + 1)
        x1 = start[:, :1] * np.exp(MU * t)  # (n, t)
        x2 = (start[:, 1:] - c * start[:, :1] ** 2) * np.exp(LAMBDA * t) + c * x1**2
        return start.astype("float32"), np.stack([x1, x2], axis=-1).astype("float32")

    return {"train": trajectories(train), "validation": trajectories(held_out), "test": trajectories(held_out)}
