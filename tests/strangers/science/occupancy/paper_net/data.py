import numpy as np


def load_mine(counts, visits, visited, seed):
    """Sites with five covariates; what is there is seen at some visits, and not every visit took place."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in counts.items():
        covariates = rng.standard_normal((count, 5)).astype("float32")
        present = rng.random(count) < occupied(covariates)
        seen = present[:, None] & (rng.random((count, visits)) < detected(covariates)[:, None])
        took_place = rng.random((count, visits)) < visited
        took_place[:, 0] = True  # no site without a visit
        splits[split] = (covariates, history(seen, took_place))
    return splits


def occupied(covariates):
    """Probability that the species is there: a niche in the first covariate, and the second."""
    return 1 / (1 + np.exp(-(1.5 - 2 * covariates[:, 0] ** 2 + 1.5 * covariates[:, 1])))


def detected(covariates):
    """Probability of a detection at one visit to an occupied site."""
    return 1 / (1 + np.exp(-(0.3 + covariates[:, 2] * covariates[:, 3])))


def history(seen, took_place):
    """1 seen, 0 not seen, -1 no visit: (sites, visits)."""
    return np.where(took_place, seen, -1).astype("float32")
