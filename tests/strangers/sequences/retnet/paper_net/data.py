import numpy as np


def load_mine(samples, length, tokens, lag, seed):
    """Texts in which a token mostly is, by a fixed table, what the one `lag` before asks for."""
    rng = np.random.default_rng(seed)
    n = sum(samples.values())
    answer = rng.permutation(tokens)
    text = rng.integers(0, tokens, (n, length + 1))
    free = rng.random((n, length + 1)) < 0.1
    for t in range(lag, length + 1):
        text[:, t] = np.where(free[:, t], text[:, t], answer[text[:, t - lag]])
    before, after = next_token(text.astype("int32"))
    splits, start = {}, 0
    for split, count in samples.items():
        splits[split] = (before[start : start + count], after[start : start + count])
        start += count
    return splits


def next_token(text):
    """Tokens (n, t + 1) but the last, and to each of them the one that follows."""
    return text[:, :-1].copy(), text[:, 1:].copy()
