"""YOURS. What is learnt from."""

import numpy as np

SYMBOLS, LENGTH, MASK = 12, 16, 12


def load_palindromes(train, validation, test, share, seed=0):
    """Palindromes of 16 symbols with some hidden, at most one of each mirrored pair: what is hidden can be told.

    Args:
        share: of the pairs in which one symbol is hidden, 0 … 1.

    Returns:
        The splits; inputs Int["b 16"], 0 … 11, and 12 where a symbol is hidden; targets Int["b 16"], the hidden symbols,
        and -1 wherever nothing is asked.
    """
    rng = np.random.default_rng(seed)
    half = np.unique(rng.integers(0, SYMBOLS, (train + validation + test, LENGTH // 2)), axis=0)  # none twice
    half = rng.permutation(half)
    tokens = np.concatenate([half, half[:, ::-1]], axis=1)  # (b, 16)
    inputs, targets = hidden(rng, tokens, share)
    ends = [train, train + validation]
    parts = zip(np.split(inputs, ends), np.split(targets, ends), strict=True)
    return dict(zip(("train", "validation", "test"), parts, strict=True))


def hidden(rng, tokens, share):
    pairs = rng.random((len(tokens), LENGTH // 2)) < share
    pairs[np.arange(len(tokens)), rng.integers(0, LENGTH // 2, len(tokens))] = True  # one at least
    left = rng.random(pairs.shape) < 0.5
    asked = np.concatenate([pairs & left, (pairs & ~left)[:, ::-1]], axis=1)  # (b, 16)
    corrupted = np.where(asked, MASK, tokens)
    targets = np.where(asked, tokens, -1)
    return corrupted.astype("int32"), targets.astype("int32")
