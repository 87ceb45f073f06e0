"""What is learnt from: a heteroscedastic regression."""

import numpy as np


def load_mine(samples, seed):
    """y = f(x) + noise, whose deviation is 0.1 + 0.4 sigmoid(3 x2)."""
    rng = np.random.default_rng(seed)

    def draw(count):
        x = rng.uniform(-2, 2, (count, 4))
        f = np.sin(2 * x[:, 0]) + 0.5 * x[:, 1] * x[:, 3]
        sd = 0.1 + 0.4 / (1 + np.exp(-3 * x[:, 2]))
        y = f + sd * rng.normal(size=count)
        return x.astype("float32"), y[:, None].astype("float32")

    return {"train": draw(samples), "validation": draw(1000), "test": draw(1000)}
