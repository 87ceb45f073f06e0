"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and `test`, each a
pair (inputs, targets) of arrays with one common first axis.
"""

import numpy as np

NEGATIONS = 4


def load_reviews(rows=3000, vocabulary=400, longest=50, seed=7):
    """Short reviews as token ids: 0 is padding, behind the words; 1 … vocabulary are words, the frequent ones first.

    Args:
        rows: reviews, of which a sixth is for validation and a sixth for the test.
        vocabulary: different words.
        longest: tokens in a row.

    Returns:
        The splits; inputs Int["b 50"]; targets Int["b"]: 0 bad, 1 mixed, 2 good.
    """
    rng = np.random.default_rng(seed)
    # What each word says, -1, 0 or 1; a negation turns the word behind it. Words stand in the order of their frequency.
    says = rng.choice([-1, 0, 1], vocabulary, p=[0.25, 0.5, 0.25])
    negates = np.zeros(vocabulary, bool)
    negates[rng.choice(40, NEGATIONS, replace=False)] = True
    says[negates] = 0
    frequency = 1 / (np.arange(vocabulary) + 30)
    frequency /= frequency.sum()

    lengths = rng.integers(4, 16, rows)
    mood = rng.integers(0, 3, rows) - 1
    texts = [review(rng, m, n, says, negates, frequency) for m, n in zip(mood, lengths, strict=False)]
    inputs = pad([text for text, _ in texts], longest)
    targets = np.array([score for _, score in texts], dtype="int32")
    a, b = rows * 4 // 6, rows * 5 // 6
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }


def review(rng, mood, length, says, negates, frequency):
    """Words until their sum has the mood's sign and is clear: 3 or more either way, or 0."""
    while True:
        words = rng.choice(len(says), length, p=frequency)
        turned = np.insert(negates[words[:-1]], 0, False)
        total = np.sum(says[words] * np.where(turned, -1, 1))
        if (mood == 0 and total == 0) or (mood != 0 and total * mood >= 2):
            return words + 1, mood + 1


def pad(texts, longest):
    padded = np.zeros((len(texts), longest), dtype="int32")
    for row, text in zip(padded, texts, strict=False):
        row[: len(text)] = text[:longest]
    return padded
