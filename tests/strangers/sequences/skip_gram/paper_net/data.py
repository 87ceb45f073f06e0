"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


def load_mine(words, sentences, window, negatives, power, seed):
    """Pairs of words that stand near each other in a sentence, and pairs with a word that is drawn.

    Returns:
        The splits, of different sentences, each ({"word", "context"}, together) of shapes (n,), (n,), (n, 1).
    """
    draw = np.random.default_rng(seed)
    zipf = 1 / np.arange(1, words + 1)
    zipf /= zipf.sum()
    of_topic = np.arange(words) % 6 == np.arange(6)[:, None]  # (topics, words)
    chances = 0.85 * of_topic * zipf / (of_topic * zipf).sum(axis=1, keepdims=True) + 0.15 * zipf
    corpus = np.stack([draw.choice(words, 8, p=chances[draw.integers(6)]) for _ in range(sentences)])
    cut = [int(0.8 * sentences), int(0.9 * sentences)]
    train, validation, test = np.split(corpus, cut)
    counts = np.bincount(train.ravel(), minlength=words)
    noise = counts**power / np.sum(counts**power)

    def split(part):
        pairs = [
            np.stack([part[:, i], part[:, j]], axis=1)
            for i in range(part.shape[1])
            for j in range(max(0, i - window), min(part.shape[1], i + window + 1))
            if i != j
        ]
        seen = np.concatenate(pairs)
        drawn = np.stack([np.repeat(seen[:, 0], negatives), draw.choice(words, len(seen) * negatives, p=noise)], axis=1)
        both = np.concatenate([seen, drawn]).astype("int32")
        together = np.repeat([1, 0], [len(seen), len(drawn)]).astype("int32")[:, None]
        order = draw.permutation(len(both))
        return {"word": both[order, 0], "context": both[order, 1]}, together[order]

    return {"train": split(train), "validation": split(validation), "test": split(test)}
