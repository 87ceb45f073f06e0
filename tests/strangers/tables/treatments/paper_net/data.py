import numpy as np


def load_mine(users, items, rank, seed):
    """Low-rank ratings, missing not at random in training, at random in what is judged.

    The propensities are estimated by naive Bayes (Section 5 of the paper), from a random sample that is in no split.
    """
    rng = np.random.default_rng(seed)
    p, q = rng.normal(size=(users, rank)), rng.normal(size=(items, rank))
    score = 2.6 + 0.6 * p @ q.T + 0.7 * rng.normal(size=(1, items)) + rng.normal(0, 0.5, (users, items))
    ratings = np.clip(np.rint(score), 1, 5).astype(int)  # (users, items)
    chance = np.array([0, 0.06, 0.1, 0.2, 0.6, 0.8])[ratings]
    role = rng.choice(4, p=[0.9, 0.01, 0.045, 0.045], size=ratings.shape)  # chosen, for propensities, two held out
    chosen = (role == 0) & (rng.random(ratings.shape) < chance)
    by_rating = propensities(ratings[chosen], ratings[role == 1], chosen.sum() / (role == 0).sum())

    def split(at, observed):
        user, item = np.nonzero(at)
        rating = ratings[at]
        known = by_rating[rating] if observed else np.ones(len(rating))  # drawn at random: all alike
        targets = np.stack([rating, known], axis=-1).astype("float32")
        return {"user": user.astype("int32"), "item": item.astype("int32")}, targets

    return {"train": split(chosen, True), "validation": split(role == 2, False), "test": split(role == 3, False)}


def propensities(chosen, random, observed):
    """P(observed | rating r) = P(r | observed) P(observed) / P(r), for the ratings 0 … 5; of 0 there are none."""
    of_chosen, of_random = (np.bincount(of, minlength=6) / len(of) for of in (chosen, random))
    return observed * of_chosen / np.maximum(of_random, 1e-6)
