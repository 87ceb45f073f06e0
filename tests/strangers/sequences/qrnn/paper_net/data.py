"""YOURS. What is learnt from: lines of a made-up language."""

import numpy as np


def load_mine(train, held_out, length, seed):
    """Lines of letters, each a walk over words: what word comes next depends on the last.

    Args:
        train: lines of the training split.
        held_out: of validation and test, each.
        length: letters of a line.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)
    consonants, vowels = list("bdfgklmnprstvz"), list("aeiou")
    words = ["".join(rng.choice(consonants) + rng.choice(vowels) for _ in range(rng.integers(1, 4))) for _ in range(40)]
    follows = [rng.choice(len(words), size=5, replace=False) for _ in words]
    shares = np.array([0.4, 0.25, 0.15, 0.1, 0.1])

    def line():
        word, text = rng.integers(len(words)), ""
        while len(text) < length + 8:
            text += words[word] + " "
            word = rng.choice(follows[word], p=shares)
        start = rng.integers(8)
        return [0 if letter == " " else ord(letter) - 96 for letter in text[start : start + length + 1]]

    seen = set()  # no line twice, and none in two splits

    def split(number):
        lines = []
        while len(lines) < number:
            drawn = line()
            if len(drawn) == length + 1 and tuple(drawn[:-1]) not in seen:
                seen.add(tuple(drawn[:-1]))
                lines.append(drawn)
        lines = np.array(lines, "int32")
        return lines[:, :-1], lines[:, 1:]

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
