"""Counts of calls that depend on what the bats are at: away, passing, feeding."""

import numpy as np


def load_mine(nights, length):
    rng = np.random.default_rng(14)
    rates = np.array([0.3, 4.0, 15.0])
    moves = np.array([[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.0, 0.25, 0.75]])
    state = rng.choice(3, size=nights, p=[0.7, 0.2, 0.1])
    counts = np.zeros((nights, length), "float32")
    for t in range(length):
        counts[:, t] = rng.poisson(rates[state])
        state = (rng.random((nights, 1)) > moves[state].cumsum(axis=1)).sum(axis=1).clip(max=2)
    none = np.zeros(nights, "float32")
    a, b = int(0.6 * nights), int(0.8 * nights)
    parts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: (counts[rows], none[rows]) for name, rows in parts.items()}
