import numpy as np


def load_mine(users, items, likes, others, seed):
    """Triples (user, an item that the user likes, one that the user does not).

    Users and items have hidden tastes; of a user's likes, drawn by taste and popularity, two go to the validation and
    two to the test.

    Returns:
        The splits, each ({user (n), liked (n), other (n)}, None).
    """
    draw = np.random.default_rng(seed)
    taste = draw.normal(size=(users, 4)) @ draw.normal(size=(4, items)) + draw.normal(0, 0.7, items)
    ranked = np.argsort(-taste - draw.gumbel(0, 0.7, taste.shape), axis=1)  # (users, items)
    liked, never = draw.permuted(ranked[:, :likes], axis=1), ranked[:, likes:]

    def triples(columns):
        user, item = np.repeat(np.arange(users), columns.shape[1]), columns.ravel()
        user, item = np.repeat(user, others), np.repeat(item, others)
        other = never[user, draw.integers(0, never.shape[1], len(user))]
        return {"user": user.astype("int32"), "liked": item.astype("int32"), "other": other.astype("int32")}

    return {
        "train": (triples(liked[:, 4:]), None),
        "validation": (triples(liked[:, 2:4]), None),
        "test": (triples(liked[:, :2]), None),
    }
