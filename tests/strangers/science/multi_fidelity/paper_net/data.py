import numpy as np


def load_mine(train, held_out, fine, seed):
    """A coarse and a fine solver, related by a line and a little curvature."""
    rng = np.random.default_rng(seed)
    directions = rng.normal(0, 1.2, (4, 3))

    def draw(n, known):
        x = rng.uniform(-1, 1, (n, 4))
        z = x @ directions
        low = np.sin(2 * z[:, 0]) + 0.5 * np.cos(z[:, 1]) * z[:, 2] + 0.3 * x[:, 0]
        high = 1.4 * low + 0.4 * x[:, 1] + 0.15 * low**2 - 0.5 + rng.normal(0, 0.01, n)
        run = np.zeros(n)
        run[rng.permutation(n)[:known]] = 1
        targets = {"low": low[:, None].astype("float32"), "high": np.stack([run * high, run], axis=1).astype("float32")}
        return x.astype("float32"), targets

    return {"train": draw(train, fine), "validation": draw(held_out, held_out), "test": draw(held_out, held_out)}
