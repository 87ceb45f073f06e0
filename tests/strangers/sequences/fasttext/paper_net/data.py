import numpy as np


def load_mine(texts, buckets, seed):
    """Short messages of four kinds, by their words and pairs of words; two kinds are rare, and drawn again to train.

    Args:
        texts: in all.
        buckets: that pairs of words are hashed to.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    kind = rng.choice(4, texts, p=[0.4, 0.12, 0.36, 0.12])
    rows = []
    for k in kind:
        words = rng.integers(1, 61, rng.integers(8, 17))
        topic, turned = divmod(k, 2)  # two kinds share their words, and differ in the order of a pair
        first = rng.integers(61, 65) + 8 * topic
        place = rng.integers(0, len(words) - 1)
        words[place : place + 2] = (first + 4, first) if turned else (first, first + 4)
        rows.append(features(words, 80, buckets))
    said = np.where(rng.uniform(size=texts) < 0.1, rng.integers(0, 4, texts), kind)  # as people label
    x = np.zeros((texts, 31), "int32")
    for i, row in enumerate(rows):
        x[i, : len(row)] = row
    y = said.astype("int32")
    index = rng.permutation(texts)
    train, validation, test = np.split(index, [int(0.6 * texts), int(0.8 * texts)])
    train = balanced(train, y, rng)
    return {k: (x[i], y[i]) for k, i in {"train": train, "validation": validation, "test": test}.items()}


def balanced(index, y, rng):
    """Samples of the rare kinds again, until each kind has as many as the most common one."""
    kinds = [index[y[index] == kind] for kind in range(4)]
    most = max(map(len, kinds))
    return rng.permutation(np.concatenate([np.resize(of_kind, most) for of_kind in kinds]))


def features(words, vocabulary, buckets):
    """Numbers of the words 1 … vocabulary - 1, then of their pairs, hashed behind them; 0 is nothing."""
    words = np.asarray(words)
    pairs = (words[:-1] * 31 + words[1:]) % buckets
    return np.concatenate([words, vocabulary + pairs])
