"""Sentences, drawn."""

import numpy as np

LENGTH = 12
# From each tag (O B-PER I-PER B-LOC I-LOC) to the next; I-… only inside a name.
NEXT = np.array(
    [
        [0.60, 0.20, 0.00, 0.20, 0.00],
        [0.30, 0.05, 0.60, 0.05, 0.00],
        [0.60, 0.05, 0.30, 0.05, 0.00],
        [0.35, 0.05, 0.00, 0.05, 0.55],
        [0.60, 0.05, 0.00, 0.05, 0.30],
    ]
)


def load_mine(train, held_out, seed):
    """Tags wander as NEXT says; a word is drawn from its tag's own or, often, from those that several tags share.

    Returns:
        The splits: words (n, 12), filled up with 0, and tags (n, 12), filled up with -1.
    """
    rng = np.random.default_rng(seed)
    emit = rng.dirichlet(np.full(40, 0.12), 5)  # (tag, word)
    emit[2] = 0.3 * emit[2] + 0.7 * emit[4]  # inside of a name: much the same words for persons and places
    emit[1] = 0.6 * emit[1] + 0.4 * emit[3]

    def split(n):
        words, tags = np.zeros((n, LENGTH), "int32"), np.full((n, LENGTH), -1, "int32")
        for i in range(n):
            tag = 0
            for t in range(rng.integers(6, LENGTH + 1)):
                tag = rng.choice(5, p=NEXT[tag])
                words[i, t], tags[i, t] = 1 + rng.choice(40, p=emit[tag]), tag
        return words, tags

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
