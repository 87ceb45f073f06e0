import numpy as np


def load_mine(train, held_out, items, seed):
    """Clicks of users, each of a few tastes; strong generalisation: no user is in two splits.

    Args:
        train: users to learn from.
        held_out: users of the validation, and as many of the test.
        items: that can be clicked.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    users = train + 2 * held_out
    genres = random.dirichlet(np.full(items, 0.1), size=10)  # (10, items)
    tastes = random.dirichlet(np.full(10, 0.15), size=users)  # (users, 10)
    odds = np.log(tastes @ genres + 1e-4) + random.gumbel(size=(users, items))
    count = random.integers(10, 31, size=(users, 1))
    clicks = np.argsort(np.argsort(-odds, axis=1), axis=1) < count  # without replacement
    order = np.where(clicks, random.uniform(size=clicks.shape), 1).argsort(axis=1).argsort(axis=1)
    asked = order < count // 5  # (users, items), a fifth of the clicks

    def whole(rows):
        return clicks[rows].astype("float32"), clicks[rows].astype("float32")

    def folded(rows):
        shown = clicks[rows] & ~asked[rows]
        return shown.astype("float32"), asked[rows].astype("float32")

    order = random.permutation(users)
    return {
        "train": whole(order[:train]),
        "validation": folded(order[train : train + held_out]),
        "test": folded(order[train + held_out :]),
    }
