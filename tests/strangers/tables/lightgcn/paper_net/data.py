import numpy as np

USERS, FILMS, SPLITS = 300, 100, ("train", "validation", "test")


def watched(seed):
    """Who watched what, {split: Bool[user, film]}: 60, 20 and 20 % of what each user watched."""
    rng = np.random.default_rng(seed)
    taste = rng.dirichlet(np.full(8, 0.2), USERS)  # of 8 genres
    genre = rng.dirichlet(np.full(8, 0.15), FILMS)
    popularity = rng.lognormal(0, 0.4, FILMS)
    chance = taste @ genre.T * popularity
    count = rng.integers(12, 28, USERS)
    splits = {split: np.zeros((USERS, FILMS), bool) for split in SPLITS}
    for user in range(USERS):
        films = rng.choice(FILMS, count[user], replace=False, p=(chance[user] + 0.004) / (chance[user] + 0.004).sum())
        at = int(0.6 * len(films)), int(0.8 * len(films))
        for split, part in zip(SPLITS, np.split(films, at), strict=True):
            splits[split][user, part] = True
    return splits


def graph(seed):
    """The normalised adjacency of users and films, D^-1/2 A D^-1/2; Float[users + films, users + films]."""
    seen = watched(seed)["train"].astype("float32")
    adjacency = np.block([[np.zeros((USERS, USERS)), seen], [seen.T, np.zeros((FILMS, FILMS))]])
    root = np.sqrt(np.maximum(adjacency.sum(1), 1))
    return (adjacency / root / root[:, None]).astype("float32")


def load_mine(seed):
    """Users, and of each the films: 1 if watched in this split, -1 if in another one, 0 if never."""
    splits = watched(seed)
    ever = np.any([*splits.values()], axis=0)
    users = np.arange(USERS, dtype="int32")
    data = {}
    for split, seen in splits.items():
        if split == "train":  # whoever trains does not know what is held out
            data[split] = users, seen.astype("float32")
        else:
            data[split] = users, np.where(seen, 1, np.where(ever, -1, 0)).astype("float32")
    return data
