import numpy as np


def load_mine(words, length, train, held_out, seed):
    """One simulated text, cut in time; words are numbered by how frequent they are, the most frequent is 0."""
    rng = np.random.default_rng(seed)
    follows = transitions(rng, words)
    text = written(rng, follows, length * (train + 2 * held_out) + 1)
    x, y = pairs(text, length)
    parts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {split: (x[part], y[part]) for split, part in parts.items()}


def transitions(rng, words):
    """How likely each word follows each: some eight of its own, else any, as frequent as Zipf's law says."""
    zipf = 1 / (np.arange(words) + 2)
    zipf /= zipf.sum()
    follows = np.tile(0.3 * zipf, (words, 1))
    for row in follows:
        own = rng.choice(words, 8, replace=False, p=zipf)
        row[own] += 0.7 * rng.dirichlet(np.ones(8))
    return follows


def written(rng, follows, length):
    """A chain of words."""
    reached, text = follows.cumsum(axis=1), [0]
    for draw in rng.random(length - 1):
        text.append(min(int(np.searchsorted(reached[text[-1]], draw)), len(follows) - 1))
    return renumbered(np.array(text), len(follows))


def renumbered(text, words):
    """The same text, its words numbered from the most frequent one."""
    rank = np.empty(words, int)
    rank[np.argsort(-np.bincount(text, minlength=words), kind="stable")] = np.arange(words)
    return rank[text]


def pairs(text, length):
    """Pieces of the text, and of each step the word that follows."""
    pieces = (len(text) - 1) // length
    x, y = text[: pieces * length], text[1 : pieces * length + 1]
    return x.reshape(pieces, length).astype("int32"), y.reshape(pieces, length).astype("int32")
