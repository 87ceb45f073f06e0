"""YOURS. What is learnt from: made-up reviews."""

import numpy as np


def load_mine(train, held_out, length, words, seed):
    """Reviews (n, length) of words 1 …, filled up with 0, and whether they praise (n, 1).

    Words 1 … 10 are nots, 11 … 40 praise, 41 … 70 blame; a not turns the word behind it round. The sum decides.
    """
    rng = np.random.default_rng(seed)

    def review():
        text, mood, size = [], 0, rng.integers(length // 2, length + 1)
        while len(text) < size:
            drawn = rng.random()
            if drawn < 0.25 and len(text) + 2 <= size:
                good, negated = rng.random() < 0.5, rng.random() < 0.4
                text += [rng.integers(1, 11)] * negated + [rng.integers(11, 41) if good else rng.integers(41, 71)]
                mood += 1 if good != negated else -1
            else:
                text.append(rng.integers(71, words))
        return text, mood

    def split(number):
        x, y = np.zeros((number, length), "int32"), np.zeros((number, 1), "float32")
        for i in range(number):
            mood = 0
            while mood == 0:
                text, mood = review()
            x[i, : len(text)], y[i] = text, mood > 0
        return x, y

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
