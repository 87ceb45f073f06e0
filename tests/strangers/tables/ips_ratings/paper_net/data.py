import numpy as np


def load_mine(users, items, rank, steepness, seed):
    """Ratings of 1 … 5. What people rate by themselves is mostly what they like; a survey asked for random items.

    Returns:
        The splits: training as people chose, validation and test from the survey. Targets are (rating, propensity),
        the propensity relative to its mean, so 1 of what was asked at random.
    """
    draw = np.random.default_rng(seed)
    taste = draw.normal(size=(users, rank)) @ draw.normal(size=(items, rank)).T / np.sqrt(rank)
    scores = 2.8 + 0.8 * taste + 0.5 * draw.normal(size=items) + 0.3 * draw.normal(size=(users, items))
    ratings = np.clip(np.round(scores), 1, 5).astype(int)
    chance = 0.8 * steepness ** np.maximum(0, 4 - ratings)  # Schnabel et al., section 6.2
    kind = np.where(draw.random(ratings.shape) < 0.15, "survey", "none")
    kind[(kind == "none") & (draw.random(ratings.shape) < chance)] = "chosen"
    user, item = np.where(kind == "survey")
    order = draw.permutation(len(user))
    parts = np.split(order, [len(order) // 4, 5 * len(order) // 8])  # a quarter only for the propensities
    asked = ratings[user[parts[0]], item[parts[0]]]
    propensity = naive_bayes(ratings[kind == "chosen"], asked)

    def split(user, item, propensity):
        rating = ratings[user, item]
        weights = propensity[rating - 1] if propensity is not None else np.ones(len(rating))
        inputs = {"user": user.astype("int32"), "item": item.astype("int32")}
        return inputs, np.stack([rating, weights], axis=-1).astype("float32")

    return {
        "train": split(*np.where(kind == "chosen"), propensity),
        "validation": split(user[parts[1]], item[parts[1]], None),
        "test": split(user[parts[2]], item[parts[2]], None),
    }


def naive_bayes(chosen, asked):
    """P(observed | rating) / P(observed) = P(rating | observed) / P(rating), of the ratings 1 … 5."""
    shares = [np.bincount(np.asarray(x), minlength=6)[1:] / len(x) for x in (chosen, asked)]
    return shares[0] / shares[1]
