"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_abstracts(rows=5000, labels=12, vocabulary=1500, longest=40, seed=8):
    """Abstracts with the subjects they treat, none to four of twelve; some subjects are rare.

    Returns:
        The splits; inputs Int["b 40"], words 1 … vocabulary, 0 is padding; targets Float["b 12"], 0 or 1.
    """
    rng = np.random.default_rng(seed)
    shares = np.geomspace(0.35, 0.03, labels)
    targets = (rng.random((rows, labels)) < shares).astype("float32")
    common = rng.dirichlet(np.full(vocabulary, 0.3))
    own = rng.dirichlet(np.full(vocabulary, 0.01), labels)  # a few dozen words each
    inputs = np.zeros((rows, longest), dtype="int32")
    for words, subjects in zip(inputs, targets, strict=False):
        length = rng.integers(15, longest + 1)
        weight = 0.12 * subjects.sum()
        chances = (1 - weight) * common if weight else common
        chances = chances + 0.12 * subjects @ own
        words[:length] = 1 + rng.choice(vocabulary, length, p=chances / chances.sum())
    a, b = rows * 4 // 6, rows * 5 // 6
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
