import numpy as np


def load_mine(train, held_out, seed):
    """Rows, and 0 or 1."""
    draw = np.random.default_rng(seed)

    def rows(n):
        x = draw.normal(size=(n, 11))
        product = 3 * x[:, 0] * x[:, 1]
        squares = 2 * (np.sum(x[:, 2:6] ** 2, axis=1) - 4)
        chance = 1 / (1 + np.exp(-np.where(x[:, 10] < 0, product, squares)))
        return x.astype("float32"), (draw.random(n) < chance).astype("float32")[:, None]

    return {"train": rows(train), "validation": rows(held_out), "test": rows(held_out)}
