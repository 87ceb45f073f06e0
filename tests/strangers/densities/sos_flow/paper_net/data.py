import numpy as np


def load_mine(seed, train, validation):
    """Points of a bent, two-humped density: x1 of two humps, x2 around x1 squared. Zeros stand for the targets."""
    rng = np.random.default_rng(seed)

    def drawn(number):
        hump = rng.choice([-1.0, 1.0], number)
        first = hump + 0.45 * rng.standard_normal(number)
        second = first**2 - 1.2 + 0.4 * rng.standard_normal(number)
        return np.stack([first, second], axis=1).astype("float32"), np.zeros(number, "float32")  # (n, 2)

    return {"train": drawn(train), "validation": drawn(validation)}
