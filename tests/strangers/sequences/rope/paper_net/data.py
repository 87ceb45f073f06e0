"""YOURS. What is learnt from: each token says how far back the one lies that is asked for."""

import numpy as np


def load_mine(train, held_out, length, longer, tokens, seed):
    """Tokens x; asked for at place t is x[t - 1 - x[t] % 4], or x[t] itself where that lies before the beginning.

    The test has sequences of `longer` tokens: what was learnt of distances is to hold there, too.
    """
    rng = np.random.default_rng(seed)

    def split(number, length):
        x = rng.integers(0, tokens, (number, length))
        place = np.arange(length) - 1 - x % 4
        place = np.where(place < 0, np.arange(length), place)
        return x.astype("int32"), np.take_along_axis(x, place, axis=1).astype("int32")

    return {"train": split(train, length), "validation": split(held_out, length), "test": split(held_out, longer)}
