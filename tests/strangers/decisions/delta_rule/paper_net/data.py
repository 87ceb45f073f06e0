import numpy as np


def latest(keys, values, query):
    """The value that last stood beside the key `query`."""
    return values[np.flatnonzero(keys == query)[-1]]


def load_mine(symbols, length, seed):
    """Sequences of pairs, keys drawn with replacement, and a key that occurs; the answer is its latest value.

    Source: Schlag et al. 2021, Section 6.1.
    """
    draw = np.random.default_rng(seed)

    def split(number):
        keys = draw.integers(0, symbols, (number, length), dtype="int32")
        values = draw.integers(0, symbols, (number, length), dtype="int32")
        query = keys[np.arange(number), draw.integers(0, length, number)]
        answers = np.array([latest(*row) for row in zip(keys, values, query, strict=True)], "int32")
        return {"keys": keys, "values": values, "query": query}, answers

    return {"train": split(5000), "validation": split(1000), "test": split(1000)}
