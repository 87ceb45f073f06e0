"""Orange skin: inside of a shell in four of ten dimensions, or outside."""

import numpy as np


def load_mine(train, held_out, seed):
    """P(1 | x) = 1 / (1 + exp(x1² + … + x4² - 4)), drawn, as in Chen et al. 2018."""
    rng = np.random.default_rng(seed)

    def draw(n):
        x = rng.normal(size=(n, 10))
        p = 1 / (1 + np.exp(np.sum(x[:, :4] ** 2, axis=1) - 4))
        return x.astype("float32"), (rng.random(n) < p).astype("int32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
