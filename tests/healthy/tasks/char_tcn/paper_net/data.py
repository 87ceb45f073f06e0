"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np

ALPHABET = " .,abcdefghijklmnopqrstuvwxyz"
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
)
NAMES = "ada boris chidi dana emeka farid greta hiro ines jonas".split()


def load_sums(sentences=5200, length=64, seed=4):
    """A text of small sums, cut into windows of characters; each is to say the next one.

    Returns:
        The splits, which follow one another in the text; inputs Int["b 64"], characters; targets Int["b 64"], the same
        one further.
    """
    rng = np.random.default_rng(seed)
    text = " ".join(sentence(rng) for _ in range(sentences))
    codes = np.array([ALPHABET.index(c) for c in text], dtype="int32")
    windows = codes[: len(codes) // (length + 1) * (length + 1)].reshape(-1, length + 1)  # none overlaps another
    a, b = len(windows) * 4 // 6, len(windows) * 5 // 6
    return {
        "train": (windows[:a, :-1], windows[:a, 1:]),
        "validation": (windows[a:b, :-1], windows[a:b, 1:]),
        "test": (windows[b:, :-1], windows[b:, 1:]),
    }


def sentence(rng):
    name, (x, y) = rng.choice(NAMES), rng.integers(0, 9, 2)
    total = NUMBERS[x + y]
    return [
        f"{NUMBERS[x]} plus {NUMBERS[y]} is {total}.",
        f"{name} had {NUMBERS[x]}, found {NUMBERS[y]}, and has {total}.",
        f"{name} asks {rng.choice(NAMES)} for {NUMBERS[x]}.",
    ][rng.integers(0, 3)]
