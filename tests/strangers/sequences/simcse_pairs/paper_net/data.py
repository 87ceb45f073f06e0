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


def load_mine(things, train, held_out, seed):
    """Pairs of sentences of three things each, said by one of three words, among up to six words that say nothing.

    Returns:
        The splits, each ({"sentence", "paraphrase"}, None), both of shape (n, 9).
    """
    draw = np.random.default_rng(seed)

    def say(meant):
        words = 1 + 3 * meant + draw.integers(0, 3, meant.shape)  # (n, 3)
        idle = 1 + 3 * things + draw.integers(0, 30, (len(meant), 6))
        both = draw.permuted(np.concatenate([words, idle], axis=1), axis=1)
        short = draw.integers(0, 7, (len(meant), 1))  # idle words to leave out
        is_idle = both > 3 * things
        out = is_idle & (np.cumsum(is_idle, axis=1) <= short)
        kept = np.argsort(out, axis=1, kind="stable")
        return np.take_along_axis(np.where(out, 0, both), kept, axis=1).astype("int32")

    def split(n):
        meant = np.argsort(draw.uniform(size=(n, things)), axis=1)[:, :3]
        return {"sentence": say(meant), "paraphrase": say(meant)}, None

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
