import numpy as np


def load_mine(authors, documents, excerpts, seed):
    """Shares of function words in excerpts, and who wrote them.

    Args:
        authors: to be told apart.
        documents: of each author: half to learn from, a quarter each to validate and to test.
        excerpts: of a document.
        seed: of the draw.

    Returns:
        The splits, and the document of each excerpt.
    """
    rng = np.random.default_rng(seed)
    words, length = 60, 400
    common = rng.normal(0, 1, words) - 5
    habit = rng.normal(0, 0.25, (authors, 1, words))
    subject = rng.normal(0, 0.6, (authors, documents, words))
    share = np.exp(common + habit + subject)[:, :, None]  # (authors, documents, 1, words)
    counts = rng.poisson(length * share, size=(authors, documents, excerpts, words))
    inputs = (counts / length).reshape(-1, words).astype("float32")
    author = np.repeat(np.arange(authors), documents * excerpts).astype("int32")
    document = np.repeat(np.arange(authors * documents), excerpts)
    half, quarter = documents // 2, documents // 4
    part = np.repeat([0, 1, 2], [half, quarter, documents - half - quarter])
    part = rng.permuted(np.tile(part, (authors, 1)), axis=1)  # of each author his documents
    part = np.repeat(part.reshape(-1), excerpts)
    splits, groups = {}, {}
    for i, name in enumerate(["train", "validation", "test"]):
        splits[name] = inputs[part == i], author[part == i]
        groups[name] = document[part == i]
    return {**splits, "groups": groups}
