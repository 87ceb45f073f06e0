"""Numbers whose uncertainty depends on the inputs."""

import numpy as np


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    x = rng.uniform(-2, 2, (n, 4))
    scale = 0.1 + 0.35 * x[:, 0] ** 2
    y = 2.5 * np.sin(1.5 * x[:, 0]) + x[:, 1] + 0.3 * x[:, 2] + scale * (rng.gamma(2.0, size=n) - 2)
    y = ((y - y[:train].mean()) / y[:train].std())[:, None]
    x, y = x.astype("float32"), y.astype("float32")
    low, high = train, train + held_out
    return {"train": (x[:low], y[:low]), "validation": (x[low:high], y[low:high]), "test": (x[high:], y[high:])}
