import numpy as np


def load_mine(seed):
    """Sequences of 16 symbols 0 … 7: each has a step of its own, which one symbol in ten does not obey."""
    rng = np.random.default_rng(seed)
    n, length, symbols = 4000, 16, 8
    step, start = rng.integers(1, 4, (n, 1)), rng.integers(0, symbols, (n, 1))
    words = (start + step * np.arange(length)) % symbols
    stray = rng.random((n, length)) < 0.1
    words = np.where(stray, rng.integers(0, symbols, (n, length)), words).astype("int32")
    return {"train": (words[:3000], None), "validation": (words[3000:3500], None), "test": (words[3500:], None)}
