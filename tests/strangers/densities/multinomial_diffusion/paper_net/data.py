import numpy as np


def load_chains(train, validation, test, length, seed):
    """Words of a Markov chain on four letters that mostly goes one letter on, and sometimes stays or jumps."""
    rng = np.random.default_rng(seed)
    number = train + validation + test
    steps = rng.choice(4, size=(number, length), p=[0.15, 0.75, 0.05, 0.05])
    steps[:, 0] = rng.integers(4, size=number)
    words = (np.cumsum(steps, axis=1) % 4).astype("int32")
    return {
        "train": (words[:train], None),
        "validation": (words[train : train + validation], None),
        "test": (words[train + validation :], None),
    }
