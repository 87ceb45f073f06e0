import numpy as np
from sklearn.datasets import load_breast_cancer


def load_mine(train, validation, missing, seed):
    """Thirty measures of cells, of which many are missing, completely at random.

    Args:
        train: patients to learn from.
        validation: patients of the validation; the others are the test.
        missing: share of the measures that are.
        seed: of their order, and of which are missing.

    Returns:
        The splits; inputs {"measures": (n, 30), 0 where missing, "seen": (n, 30), 1 where not}, targets (n, 2, 30):
        the whole measures, and what is seen.
    """
    rng = np.random.default_rng(seed)
    x = load_breast_cancer().data
    x = np.log1p(x[rng.permutation(len(x))])
    seen = (rng.random(x.shape) >= missing).astype("float32")
    known = np.where(seen[:train] == 1, x[:train], np.nan)
    x = ((x - np.nanmean(known, axis=0)) / np.nanstd(known, axis=0)).astype("float32")
    whole = np.stack([x, seen], axis=1)

    def part(at):
        return {"measures": (x * seen)[at], "seen": seen[at]}, whole[at]

    return {
        "train": part(slice(train)),
        "validation": part(slice(train, train + validation)),
        "test": part(slice(train + validation, None)),
    }
