"""Texts of a language drawn at random."""

import numpy as np

TOKENS = 10


def load_mine(length, tested, train, held_out, seed):
    """log p(next) = A[last] + B[the one before] + constant, with A and B normal.

    Returns:
        The splits; inputs are tokens 0 … n - 1 of a text, targets tokens 1 … n.
    """
    rng = np.random.default_rng(seed)
    a, b = rng.normal(0, 1.8, (2, TOKENS, TOKENS))

    def split(texts, n):
        text = rng.integers(0, TOKENS, (texts, n + 1)).astype("int32")
        for t in range(2, n + 1):
            logits = a[text[:, t - 1]] + b[text[:, t - 2]]
            text[:, t] = np.argmax(logits + rng.gumbel(size=logits.shape), axis=1)
        return text[:, :-1], text[:, 1:]

    return {"train": split(train, length), "validation": split(held_out, length), "test": split(held_out, tested)}
