"""Series with one change."""

import numpy as np

STEPS = 64


def load_mine(train, held_out, seed):
    """The mean jumps by 1 … 3, up or down, or the spread is multiplied or divided by 3; at step 8 … 55.

    Returns:
        The splits: series (n, 64, 1), each standardized by itself, and the steps of the change (n).
    """
    rng = np.random.default_rng(seed)

    def split(n):
        where = rng.integers(8, STEPS - 8, n)
        after = np.arange(STEPS) >= where[:, None]  # (n, t)
        spread = rng.random((n, 1)) < 0.3
        factor = np.where(spread, rng.choice([1 / 3, 3], (n, 1)), 1)
        jump = np.where(spread, 0, rng.uniform(1, 3, (n, 1)) * rng.choice([-1, 1], (n, 1)))
        x = rng.normal(size=(n, STEPS)) * np.where(after, factor, 1) + after * jump
        x = (x - x.mean(axis=1, keepdims=True)) / x.std(axis=1, keepdims=True)
        return x[..., None].astype("float32"), where.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
