"""Three spirals, one class each."""

import numpy as np


def load_mine(train, held_out, seed):
    """Points along three arms that turn once and a half around the origin."""
    rng = np.random.default_rng(seed)

    def draw(n):
        arm = rng.integers(0, 3, n)
        radius = np.sqrt(rng.uniform(0.02, 1, n))
        angle = 2 * np.pi * (arm / 3 + 1.2 * radius) + rng.normal(0, 0.15, n)
        x = 2 * radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        names = ["probe_0", "probe_1", "probe_2", "label"]
        return x.astype("float32"), {name: arm.astype("int32") for name in names}

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
