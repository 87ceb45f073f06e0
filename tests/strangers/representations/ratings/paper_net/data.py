import numpy as np


def load_mine(users, books, ratings, seed):
    """Ratings of books: what a user thinks of a book is one cell of a table of low rank, with biases and noise."""
    rng = np.random.default_rng(seed)
    taste, kind = rng.normal(size=(users, 3)), rng.normal(size=(books, 3))
    mild, good = 0.4 * rng.normal(size=users), 0.5 * rng.normal(size=books)
    cells = rng.choice(users * books, ratings, replace=False)
    user, book = np.divmod(cells, books)
    table = 3.2 + mild[user] + good[book] + 0.5 * np.sum(taste[user] * kind[book], axis=1)
    stars = np.clip(np.round(table + 0.4 * rng.normal(size=ratings)), 1, 5)
    rows = {
        "user": rng.permutation(100000)[:users][user],  # their numbers in the shop's books
        "book": rng.permutation(100000)[:books][book],
        "stars": stars.astype("float32"),
    }
    a, b = int(0.8 * ratings), int(0.9 * ratings)
    parts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, None)}
    known = {key: np.unique(rows[key]) for key in ("user", "book")}
    return {
        split: (
            {key: numbered(rows[key][part], known[key]) for key in ("user", "book")},
            rows["stars"][part, None],
        )
        for split, part in parts.items()
    }


def numbered(ids, known):
    """The place of each in the sorted list of those that are known."""
    return np.searchsorted(np.asarray(known), np.asarray(ids)).astype("int32")
