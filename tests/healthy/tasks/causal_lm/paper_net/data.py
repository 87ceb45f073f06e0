"""YOURS. What is learnt from."""

import numpy as np


def load_chain(train, validation, test, length=16, symbols=8, seed=3):
    """Sequences of a Markov chain of second order: each next symbol depends on the last two, and much remains chance.

    Returns:
        The splits; inputs Int["b 16"] in 0 … 7; targets Int["b 16"], the next symbols.
    """
    rng = np.random.default_rng(seed)
    table = rng.dirichlet(np.full(symbols, 0.35), size=(symbols, symbols))  # (before, last, next)
    table = 0.5 * table + 0.5 * rng.dirichlet(np.full(symbols, 0.25), size=(1, symbols))  # the last one says more
    edges = table.cumsum(axis=-1)
    tokens = rng.integers(0, symbols, (train + validation + test, length + 1))
    for at in range(2, length + 1):
        row = edges[tokens[:, at - 2], tokens[:, at - 1]]
        tokens[:, at] = np.minimum((rng.random((len(tokens), 1)) > row).sum(axis=1), symbols - 1)
    tokens = tokens.astype("int32")
    parts = np.split(tokens, [train, train + validation])
    return {
        name: (part[:, :-1], part[:, 1:]) for name, part in zip(("train", "validation", "test"), parts, strict=True)
    }
