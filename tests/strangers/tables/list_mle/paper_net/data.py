import numpy as np


def utility(features):
    """What a document is worth, from its six features."""
    x = features
    return 1.5 * np.tanh(x[..., 0] + x[..., 1]) + x[..., 2] * x[..., 3] + np.maximum(x[..., 4], 0) - 0.5 * x[..., 5]


def judged(worth, noise):
    """What an assessor says of documents: their worth in halves of its own, with a Gumbel slip; the largest is best."""
    return 2.0 * worth + noise


def load_mine(seed, queries, documents):
    """Queries, each with documents that an assessor has put in order."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(queries, documents, 6)).astype("float32")
    relevance = judged(utility(features), random.gumbel(size=(queries, documents))).astype("float32")
    a, b = int(0.6 * queries), int(0.8 * queries)
    return {
        "train": (features[:a], relevance[:a]),
        "validation": (features[a:b], relevance[a:b]),
        "test": (features[b:], relevance[b:]),
    }
