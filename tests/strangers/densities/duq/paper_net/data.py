import numpy as np


def load_mine(samples, seed):
    """Three arms of a spiral, with two features more that say nothing."""
    random = np.random.default_rng(seed)
    y = random.integers(0, 3, samples).astype("int32")
    radius = random.uniform(0.2, 1.0, samples)
    angle = 3.5 * radius + 2 * np.pi * y / 3 + 0.4 * random.standard_normal(samples)
    x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1) / 0.45
    x = np.concatenate([x, random.standard_normal((samples, 2))], axis=1).astype("float32")
    cut = [int(0.6 * samples), int(0.8 * samples)]
    return dict(
        zip(["train", "validation", "test"], zip(np.split(x, cut), np.split(y, cut), strict=False), strict=False)
    )
