"""YOURS. What is learnt from: trajectories of a particle between four wells."""

import numpy as np


def load_mine(trajectories, frames, lag, seed):
    """Pairs of frames, `lag` apart, of overdamped Langevin dynamics in V = 2 (x² - 1)² + 2 (y² - 1)² + 0.3 x y.

    Args:
        trajectories: independent ones; half of them are trained on, a quarter each validates and tests.
        frames: of a trajectory; every 10th step of the integrator.
        lag: in frames.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    step, kept = 0.01, []
    place = rng.choice([-1.0, 1.0], (trajectories, 2))
    for i in range(10 * frames):
        force = -8 * place * (place**2 - 1) - 0.3 * place[:, ::-1]
        place = place + force * step + np.sqrt(2 * step * 0.9) * rng.normal(size=place.shape)
        if i % 10 == 0:
            kept.append(place)
    path = np.stack(kept, axis=1)  # (trajectories, frames, 2)
    mixing = rng.normal(size=(2, 16))
    seen = np.tanh(path @ mixing) + 0.4 * rng.normal(size=(trajectories, frames, 16))
    seen = seen.astype("float32")
    now, later = seen[:, :-lag], seen[:, lag:]  # (trajectories, pairs, 16)
    whose = np.repeat(np.arange(trajectories)[:, None], now.shape[1], axis=1)
    half, three = trajectories // 2, 3 * trajectories // 4
    parts = {"train": slice(0, half), "validation": slice(half, three), "test": slice(three, None)}
    splits = {
        name: ({"now": now[rows].reshape(-1, 16), "later": later[rows].reshape(-1, 16)}, None)
        for name, rows in parts.items()
    }
    return splits | {"groups": {name: whose[rows].reshape(-1) for name, rows in parts.items()}}
