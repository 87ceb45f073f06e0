"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_phrases(rows=2400, longest=20, seed=2):
    """Sentences of an invented language, with a tag a word: some words' tags hang on the word before, some on the next.

    Returns:
        The splits; inputs Int["b 20"], 0 is padding behind the words; targets Int["b 20"], the tags 0 … 4, -1 at padding.
    """
    rng = np.random.default_rng(seed)
    inputs, targets = np.zeros((rows, longest), "int32"), np.full((rows, longest), -1, "int32")
    for words, tags in zip(inputs, targets, strict=False):
        sentence = grammar(rng, rng.integers(5, longest + 1))
        words[: len(sentence)], tags[: len(sentence)] = np.array(sentence).T
    a, b = rows * 4 // 6, rows * 5 // 6
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }


def grammar(rng, length):
    """Ids 1-4 are determiners (0), 5-34 nouns (1), 35-59 verbs (2), 60-79 adjectives (3), 80-89 particles (4).

    Ids 90-119 are nouns behind a determiner or an adjective, and verbs elsewhere; ids 120-129 are particles before a
    determiner and adjectives elsewhere.
    """
    ranges = [(1, 5), (5, 35), (35, 60), (60, 80), (80, 90)]
    follows = {0: [1, 3], 1: [2, 4, 2], 2: [0, 4, 1], 3: [1, 3], 4: [0, 1, 2]}
    tags = [int(rng.integers(0, 5))]
    while len(tags) < length:
        tags.append(int(rng.choice(follows[tags[-1]])))
    words = []
    for i, tag in enumerate(tags):
        word = int(rng.integers(*ranges[tag]))
        before, after = tags[i - 1] if i else None, tags[i + 1] if i + 1 < length else None
        two_faced = rng.random() < 0.5
        if two_faced and ((tag == 1 and before in (0, 3)) or (tag == 2 and before not in (0, 3))):
            word = int(rng.integers(90, 120))
        elif two_faced and ((tag == 4 and after == 0) or (tag == 3 and after != 0)):
            word = int(rng.integers(120, 130))
        words.append(word)
    return list(zip(words, tags, strict=False))
