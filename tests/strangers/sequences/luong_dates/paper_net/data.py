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

LETTERS = " 0123456789abcdefghijklmnopqrstuvwxyz/.,"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def load_mine(train, held_out, seed):
    """Dates of the years 1970 … 2029, each written in one of four ways; no date is in two splits.

    Returns:
        The splits, each ({"text", "written"}, digits) of shapes (n, 11), (n, 6), (n, 6).
    """
    draw = np.random.default_rng(seed)
    dates = [(y, m, d) for y in range(1970, 2030) for m in range(1, 13) for d in range(1, 29)]
    chosen = draw.permutation(len(dates))[: train + 2 * held_out]
    texts, digits = np.zeros((len(chosen), 11), "int32"), np.zeros((len(chosen), 6), "int32")
    for row, number in enumerate(chosen):
        y, m, d = dates[number]
        ways = [f"{d} {MONTHS[m - 1]} {y}", f"{MONTHS[m - 1]} {d}, {y % 100:02}", f"{m}/{d}/{y}", f"{d:02}.{m:02}.{y}"]
        text = ways[draw.integers(4)]
        texts[row, : len(text)] = [1 + LETTERS.index(letter) for letter in text]
        digits[row] = [int(digit) for digit in f"{y % 100:02}{m:02}{d:02}"]
    written = np.concatenate([np.full((len(digits), 1), 10, "int32"), digits[:, :-1]], axis=1)

    def split(start, stop):
        return {"text": texts[start:stop], "written": written[start:stop]}, digits[start:stop]

    end = train + held_out
    return {"train": split(0, train), "validation": split(train, end), "test": split(end, None)}
