"""YOURS. What is learnt from: short documents as word numbers (made here), each of one topic."""

import numpy as np


def load_documents(documents=2400, validation=600, vocabulary=400, length=30, topics=5, seed=0):
    """Documents of 8 to `length` words; 0 fills the end, 1 … vocabulary - 1 are words.

    Returns:
        The splits; inputs Int["b 30"]; targets Int["b"], the topic.
    """
    rng = np.random.default_rng(seed)
    common = 1 / np.arange(1, vocabulary)  # Zipf
    words = []
    for _ in range(topics):
        boosted = common * np.where(rng.random(vocabulary - 1) < 0.08, 8, 1)
        words.append(boosted / boosted.sum())
    targets = rng.integers(0, topics, documents).astype("int32")
    inputs = np.zeros((documents, length), "int32")
    for row, topic in zip(inputs, targets, strict=True):
        count = rng.integers(8, length + 1)
        row[:count] = rng.choice(np.arange(1, vocabulary), count, p=words[topic])
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
