"""Sentences, drawn."""

import numpy as np


def load_mine(words, length, train, seed):
    """Two bigrams stand in each sentence, one of two in its first half and one of two in its second: 4 classes.

    Single words of the bigrams occur elsewhere too.
    """
    draws = np.random.default_rng(seed)
    pairs = np.array([[3, 4], [5, 6], [7, 8], [9, 10]])

    def sentences(number):
        x = draws.integers(3, words, (number, length))
        y = draws.integers(0, 4, number)
        for row, label in zip(x, y, strict=True):
            half = length // 2
            at = draws.integers(0, half - 1), half + draws.integers(0, half - 1)
            row[draws.integers(0, length)] = draws.integers(3, 11)  # a word that misleads
            row[at[0] : at[0] + 2] = pairs[label // 2]
            row[at[1] : at[1] + 2] = pairs[2 + label % 2]
        return x.astype("int32"), y.astype("int32")

    return {"train": sentences(train), "validation": sentences(500), "test": sentences(500)}
