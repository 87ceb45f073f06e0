"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

from importlib import resources

import numpy as np

LETTERS = " abcdefghijklmnopqrstuvwxyz0123456789.,-"


class Windows:
    """Windows of a text: the letters, and the letters that come next; given one by one."""

    def __init__(self, pieces, length, stride):
        self.pieces, self.length = pieces, length
        self.starts = [(k, i) for k, p in enumerate(pieces) for i in range(0, len(p) - length, stride)]

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, i):
        piece, start = self.starts[i]
        window = self.pieces[piece][start : start + self.length + 1]
        return window[:-1], window[1:]


def load_mine(folder, length, stride):
    """Texts as numbers of letters, in pieces of 500 letters; each tenth is validated on, each tenth tested.

    Returns:
        The splits, each a source of pairs (letters, next letters), both of shape (length,).
    """
    files = sorted(
        (file for file in resources.files(folder).iterdir() if file.name.endswith(".rst")), key=lambda file: file.name
    )
    text = " ".join(file.read_text(encoding="utf-8").lower() for file in files)
    text = " ".join("".join(letter if letter in LETTERS else " " for letter in text).split())
    letters = np.array([LETTERS.index(letter) for letter in text], "int32")
    pieces = np.array_split(letters, len(letters) // 500)
    parts = {"validation": pieces[4::10], "test": pieces[9::10]}
    parts["train"] = [piece for i, piece in enumerate(pieces) if i % 10 not in (4, 9)]
    return {
        split: Windows(parts[split], length, stride if split == "train" else length)
        for split in ("train", "validation", "test")
    }
