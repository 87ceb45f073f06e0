"""YOURS. What is learnt from: documents of several topics."""

import numpy as np


def load_mine(train, held_out, words, topics, length, seed):
    """Bags of words (documents, words); no targets."""
    rng = np.random.default_rng(seed)
    topic = rng.dirichlet(np.full(words, 0.05), size=topics)  # (topics, words), few words each

    def split(number):
        shares = rng.dirichlet(np.full(topics, 0.1), size=number)
        lengths = rng.poisson(length, size=number)
        return np.stack([rng.multinomial(n, p) for n, p in zip(lengths, shares @ topic, strict=False)]).astype(
            "float32"
        ), None

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
