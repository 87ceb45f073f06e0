import numpy as np


def load_mine(users, items, length, last, seed):
    """Windows of `last` items of a user, and the item that follows; cut in time."""
    draw = np.random.default_rng(seed)
    tastes = 4
    follows = draw.permutation(items)  # of the last item
    skips = np.stack([draw.permutation(items) for _ in range(tastes)])  # of the one before the last
    popular = draw.dirichlet(np.full(items, 0.5))
    taste = draw.integers(tastes, size=users)
    sequences = draw.integers(items, size=(users, length))
    for t in range(2, length):
        how = draw.random(users)
        noise = draw.choice(items, users, p=popular)
        sequences[:, t] = np.where(how < 0.45, follows[sequences[:, t - 1]], noise)
        sequences[:, t] = np.where(how > 0.65, skips[taste, sequences[:, t - 2]], sequences[:, t])

    def windows(first, end):
        past = np.concatenate([sequences[:, t - last : t] for t in range(first, end)])
        following = np.concatenate([sequences[:, t] for t in range(first, end)])
        user = np.tile(np.arange(users), end - first)
        return {"user": user.astype("int32"), "past": past.astype("int32")}, following.astype("int32")

    cuts = [last, int(0.7 * length), int(0.85 * length), length]
    return dict(zip(("train", "validation", "test"), map(windows, cuts[:-1], cuts[1:]), strict=False))
