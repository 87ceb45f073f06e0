import numpy as np


def answer(digits, modulus):
    """The sum of a row's digits, of which 0 is the filling, by a modulus; (n,)."""
    return digits.sum(axis=1) % modulus


def difficulty(lengths):
    """The share of samples that are as short or shorter, (n,), in 0 … 1."""
    return np.searchsorted(np.sort(lengths), lengths, side="right") / len(lengths)


def load_mine(seed, count, held_out, longest, digits, modulus):
    rng = np.random.default_rng(seed)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    splits = {}
    for split, size in sizes.items():
        lengths = rng.integers(1, longest + 1, size)
        rows = rng.integers(1, digits + 1, (size, longest)) * (np.arange(longest) < lengths[:, None])
        columns = [answer(rows, modulus), difficulty(lengths)]
        splits[split] = (rows.astype("int32"), np.column_stack(columns).astype("float32"))
    return splits
