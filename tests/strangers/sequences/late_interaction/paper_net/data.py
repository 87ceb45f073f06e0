import numpy as np


def load_mine(words, train, held_out, seed):
    """Documents in one language and queries in another, each query about three words of its document.

    Word w of a document is word dictionary[w] of a query; words are drawn as in a text, few often and many rarely.

    Returns:
        The splits, each ({"query": (n, 3), "document": (n, 20)}, None); 0 fills up a document of 6 … 20 words.
    """
    draw = np.random.default_rng(seed)
    dictionary = draw.permutation(words)
    often = 1 / (10 + np.arange(words))

    def pairs(n):
        document = draw.choice(words, (n, 20), p=often / often.sum())
        length = draw.integers(6, 21, n)
        asked = draw.permuted(np.tile(np.arange(6), (n, 1)), axis=1)[:, :3]  # places of three of the first six words
        query = dictionary[np.take_along_axis(document, asked, axis=1)] + 1
        document = np.where(np.arange(20) < length[:, None], document + 1, 0)
        return {"query": query.astype("int32"), "document": document.astype("int32")}, None

    return {"train": pairs(train), "validation": pairs(held_out), "test": pairs(held_out)}
