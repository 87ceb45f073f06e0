import numpy as np


def load_mine(size, seed):
    """Sets of numbers drawn uniformly from 0 … 99, divided by 100; targets are their variances, in thousands."""
    draw = np.random.default_rng(seed)

    def split(number):
        sets = draw.integers(0, 100, (number, size))
        variances = sets.var(axis=1, keepdims=True) / 1000
        return (sets / 100).astype("float32"), variances.astype("float32")

    return {"train": split(5000), "validation": split(1000), "test": split(1000)}
