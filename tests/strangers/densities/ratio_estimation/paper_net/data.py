"""Simulations to learn a likelihood-to-evidence ratio from."""

import numpy as np


def load_mine(simulations):
    """theta ~ prior, x ~ p(x | theta): readings of a location with an exponential tail above it."""
    rng = np.random.default_rng(11)
    location = rng.uniform(-3, 3, simulations)
    log_scale = rng.uniform(-1.5, 0.5, simulations)
    noise = rng.standard_normal((simulations, 10)) + rng.exponential(0.5, (simulations, 10))
    x = location[:, None] + np.exp(log_scale)[:, None] * noise
    theta = np.stack([location, log_scale], axis=1).astype("float32")
    x = x.astype("float32")
    a, b = int(0.8 * simulations), int(0.9 * simulations)

    def part(rows):
        return {"theta": theta[rows], "observation": x[rows]}, None

    return {"train": part(slice(0, a)), "validation": part(slice(a, b)), "test": part(slice(b, None))}
