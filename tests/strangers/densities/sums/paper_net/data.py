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

ALPHABET = "0123456789+=;"


def load_mine(largest, length, train, held_out, seed):
    """Windows of a text of sums, and the same windows one character later.

    Args:
        largest: of the two numbers that are added.
        length: characters of a window.
        train: windows of the training split.
        held_out: windows of the validation and of the test split, each.
        seed: of the draw.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)

    def draw(n):
        text = ""
        while len(text) <= n * length:
            a, b = rng.integers(0, largest + 1, 2)
            text += f"{a}+{b}={a + b};"
        codes = np.array([ALPHABET.index(character) for character in text[: n * length + 1]], "int32")
        return codes[:-1].reshape(n, length), codes[1:].reshape(n, length)

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
