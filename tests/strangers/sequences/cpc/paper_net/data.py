import numpy as np


def load_mine(train, held_out, seed):
    """Waves of 160 samples: a drifting frequency, one overtone, and noise.

    Args:
        train: waves to learn from.
        held_out: of the validation, and as many of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def waves(n):
        speed = rng.uniform(0.03, 0.2, (n, 1)) * np.exp(np.cumsum(0.015 * rng.standard_normal((n, 160)), axis=1))
        angle = 2 * np.pi * (rng.random((n, 1)) + np.cumsum(speed, axis=1))
        x = rng.uniform(0.5, 1.5, (n, 1)) * np.sin(angle) + rng.uniform(0, 0.8, (n, 1)) * np.sin(2 * angle)
        return (x + 0.4 * rng.standard_normal((n, 160)))[..., None].astype("float32"), None

    return {"train": waves(train), "validation": waves(held_out), "test": waves(held_out)}
