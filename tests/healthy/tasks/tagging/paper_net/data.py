"""YOURS. What is learnt from."""

import numpy as np

WORDS, LONGEST = 30, 14


def load_sentences(train, validation, test, seed=8):
    """Sentences of 5 to 14 made-up words, each word with one of five tags, mostly the first one.

    A word of 1 … 20 is `other` (0). Of 21 … 25 it begins a name (1), and words of 21 … 30 that follow a name go on
    with it (2). A word of 26 … 30 outside of a name is a date (3) before a word of 1 … 5, else a number (4). One tag in
    twenty is a slip of the annotators, in all splits.

    Returns:
        The splits; inputs Int["b 14"], 0 for padding; targets Int["b 14"], -1 there.
    """
    rng = np.random.default_rng(seed)
    words, tags = zip(*(sentence(rng) for _ in range(train + validation + test)), strict=True)
    ends = [train, train + validation]
    parts = zip(np.split(np.int32(words), ends), np.split(np.int32(tags), ends), strict=True)
    return dict(zip(("train", "validation", "test"), parts, strict=True))


def sentence(rng):
    length = rng.integers(5, LONGEST + 1)
    rare = rng.random(length) < 0.4
    words = np.where(rare, rng.integers(21, WORDS + 1, length), rng.integers(1, 21, length))
    tags, before = [], 0
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < length else 0
        if word <= 20:
            tag = 0
        elif before in (1, 2):
            tag = 2
        elif word <= 25:
            tag = 1
        else:
            tag = 3 if 1 <= following <= 5 else 4
        tags.append(tag)
        before = tag
    slips = rng.random(length) < 0.05
    tags = np.where(slips, rng.integers(0, 5, length), tags)
    return np.pad(words, (0, LONGEST - length)), np.pad(tags, (0, LONGEST - length), constant_values=-1)
