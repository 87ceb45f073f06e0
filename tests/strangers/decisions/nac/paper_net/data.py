import numpy as np


def load_mine(numbers, train, held_out, largest, beyond, seed):
    """Rows of numbers; a is the sum of some places, b of others (some are in both); to be learnt are a + b and a - b.

    Args:
        numbers: in a row.
        train, held_out: rows; as many as held_out for validation and for the test.
        largest: numbers of training and validation are drawn from 0 to this.
        beyond: and those of the test from 0 to this: extrapolation.
    """
    rng = np.random.default_rng(seed)
    a, b = rng.choice([0, 1], size=(2, numbers), p=[0.5, 0.5])

    def rows(n, top):
        x = rng.uniform(0, top, size=(n, numbers))
        y = np.stack([x @ a + x @ b, x @ a - x @ b], axis=1)
        return x.astype("float32"), y.astype("float32")

    return {"train": rows(train, largest), "validation": rows(held_out, largest), "test": rows(held_out, beyond)}
