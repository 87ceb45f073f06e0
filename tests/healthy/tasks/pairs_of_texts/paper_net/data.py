"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np

SLOTS, MEANINGS, SYNONYMS, FILLERS = 3, 6, 3, 10


def load_questions(rows=6000, length=8, seed=13):
    """Pairs of questions: do both ask the same thing? A question has a meaning a slot, said by one of three synonyms.

    Returns:
        The splits; inputs {"first": Int["b 8"], "second": Int["b 8"]}; targets Float["b 1"], 1 for the same.
    """
    rng = np.random.default_rng(seed)
    meanings = rng.integers(0, MEANINGS, (rows, SLOTS))
    same = rng.random(rows) < 0.45
    other = meanings.copy()
    for row in np.flatnonzero(~same):  # another meaning in one, two or all slots
        slots = rng.choice(SLOTS, rng.integers(1, SLOTS + 1), replace=False)
        other[row, slots] = (other[row, slots] + rng.integers(1, MEANINGS, len(slots))) % MEANINGS
    first = np.stack([say(meaning, length, rng) for meaning in meanings])
    second = np.stack([say(meaning, length, rng) for meaning in other])
    targets = same.astype("float32")[:, None]
    a, b = rows * 4 // 6, rows * 5 // 6
    parts = {"train": slice(0, a), "validation": slice(a, b), "test": slice(b, rows)}
    return {name: ({"first": first[part], "second": second[part]}, targets[part]) for name, part in parts.items()}


def say(meaning, length, rng):
    """The words in the slots' order, with fillers between them. Fillers are 0 … 9."""
    slot = np.arange(SLOTS)
    words = FILLERS + (slot * MEANINGS + meaning) * SYNONYMS + rng.integers(0, SYNONYMS, SLOTS)
    text = rng.integers(0, FILLERS, length)
    text[np.sort(rng.choice(length, SLOTS, replace=False))] = words
    return text.astype("int32")
