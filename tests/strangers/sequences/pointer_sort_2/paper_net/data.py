"""Numbers and the order they are to be visited in."""

import numpy as np


def load_mine(length, train, held_out, seed):
    """Uniform numbers; the target at step i is the place of the i-th smallest.

    Returns:
        The splits; numbers and previous (n, length, 1), targets (n, length).
    """
    rng = np.random.default_rng(seed)

    def split(n):
        numbers = rng.uniform(0, 1, (n, length)).astype("float32")
        order = np.argsort(numbers, axis=1)
        ranked = np.take_along_axis(numbers, order, axis=1)
        previous = np.concatenate([np.full((n, 1), -1, "float32"), ranked[:, :-1]], axis=1)
        return {"numbers": numbers[..., None], "previous": previous[..., None]}, order.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
