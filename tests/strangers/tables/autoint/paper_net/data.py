import numpy as np


def load_mine(sizes, rows, seed):
    """Impressions: a number in each field, and a click that depends on pairs of fields.

    Args:
        sizes: how many values each field has.
        rows: of all splits.
        seed: of the draw.

    Returns:
        The splits, 80 : 10 : 10; inputs are numbered through all fields.
    """
    rng = np.random.default_rng(seed)
    field = np.stack([rng.integers(size, size=rows) for size in sizes], axis=1)
    logit = np.full(rows, -0.6)
    for i, size in enumerate(sizes):
        logit += rng.normal(0, 0.3, size)[field[:, i]]
    for i, j in [(0, 1), (1, 3), (2, 4), (3, 5)]:  # of rank one, as factors of users and of goods are
        logit += 1.5 * rng.normal(size=sizes[i])[field[:, i]] * rng.normal(size=sizes[j])[field[:, j]]
    clicked = (rng.random(rows) < 1 / (1 + np.exp(-logit))).astype("int32")[:, None]
    x = (field + np.cumsum([0, *sizes[:-1]])).astype("int32")
    cut = [int(0.8 * rows), int(0.9 * rows)]
    pairs = zip(np.split(x, cut), np.split(clicked, cut), strict=True)
    return dict(zip(["train", "validation", "test"], pairs, strict=True))
