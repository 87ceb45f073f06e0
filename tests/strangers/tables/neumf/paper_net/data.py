import numpy as np


def load_mine(negatives, seed):
    """For each user the last book is tested, the one before validated; for each positive, `negatives` unread books.

    Args:
        negatives: sampled for each positive, from the books that the user has never read.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    users, items, read = 250, 160, 18
    affinity = 1.1 * rng.normal(size=(users, 4)) @ rng.normal(size=(4, items)) + 0.6 * rng.normal(size=items)
    # the books that each user reads, by Gumbel's trick a draw without replacement
    chosen = np.argsort(-(affinity + rng.gumbel(size=affinity.shape)), axis=1)[:, :read]
    for row in chosen:
        rng.shuffle(row)
    seen = np.zeros((users, items), bool)
    np.put_along_axis(seen, chosen, True, axis=1)

    def samples(positives):
        user, item, label = [], [], []
        for u, books in enumerate(positives):
            unread = rng.choice(np.flatnonzero(~seen[u]), size=negatives * len(books))
            item += [books, unread]
            label += [np.ones(len(books)), np.zeros(len(unread))]
            user += [np.full(len(books) + len(unread), u)]
        pair = {"user": np.concatenate(user).astype("int32"), "item": np.concatenate(item).astype("int32")}
        return pair, np.concatenate(label)[:, None].astype("float32")

    return {
        "train": samples(chosen[:, :-2]),
        "validation": samples(chosen[:, -2:-1]),
        "test": samples(chosen[:, -1:]),
    }
