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


def load_mine(words, length, masked, train, held_out, seed):
    """Sentences of a language where each word has three words that may follow, and their hidden words.

    Of what is asked for, 80 % are masked, 10 % another word, 10 % left.

    Returns:
        The splits, each (sentences with masks, the words asked for, 0 elsewhere), both (n, length).
    """
    draw = np.random.default_rng(seed)
    follows = np.stack([draw.permutation(words) for _ in range(3)], axis=1)  # (words, 3)

    def split(n):
        sentence = np.zeros((n, length), "int32")
        sentence[:, 0] = draw.integers(0, words, n)
        for t in range(1, length):
            sentence[:, t] = follows[sentence[:, t - 1], draw.choice(3, n, p=[0.7, 0.2, 0.1])]
        sentence += 1
        asked = draw.uniform(size=(n, length)) < masked
        asked[np.arange(n), draw.integers(0, length, n)] = True  # one at least
        fate = draw.uniform(size=(n, length))
        shown = np.where(asked & (fate < 0.8), words + 1, sentence)
        shown = np.where(asked & (fate >= 0.9), draw.integers(1, words + 1, (n, length)), shown)
        return shown.astype("int32"), np.where(asked, sentence, 0).astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
