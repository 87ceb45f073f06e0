import numpy as np

MOST, FEATURES = 12, 8


def grades(scores, noise):
    """0, 1, 2 or 3 of each document, by the thresholds 0.5, 1.5 and 2.5."""
    return np.sum((scores + noise)[..., None] > np.array([0.5, 1.5, 2.5]), axis=-1)


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    weights = rng.normal(size=FEATURES)
    splits = {}
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        documents = rng.normal(size=(number, MOST, FEATURES))
        scores = 0.5 * documents @ weights + np.abs(documents[..., 0] * documents[..., 1])
        relevance = grades(scores, rng.normal(0, 0.3, scores.shape))
        relevance[:, 0] = np.where(relevance.max(axis=1) > 0, relevance[:, 0], 1)  # a list without any says nothing
        order = np.argsort(rng.random(relevance.shape), axis=1)
        documents = np.take_along_axis(documents, order[..., None], axis=1)
        relevance = np.take_along_axis(relevance, order, axis=1)
        lengths = rng.integers(5, MOST + 1, number)
        filled = np.arange(MOST) >= lengths[:, None]
        documents[filled], relevance[filled] = 0, -1
        keep = relevance.max(axis=1) > 0
        splits[split] = (documents[keep].astype("float32"), relevance[keep].astype("float32"))
    return splits
