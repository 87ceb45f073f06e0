"""YOURS. What is learnt from: which topic a short text is about."""

import numpy as np

PADDING = 0


def load_topics(training=800, validation=300, words=300, topics=5, shortest=12, longest=30):
    """Texts drawn word by word from the words of a topic, with many words that all topics share.

    Returns:
        The splits; inputs Int["b longest"], words from 1, padded with 0; targets Int["b"] in 0 … topics - 1.
    """
    random = np.random.default_rng(0)
    frequencies = random.dirichlet(np.full(words, 0.1), topics)  # (topics, words)
    frequencies = 0.5 * frequencies + 0.5 * random.dirichlet(np.full(words, 0.5))  # (topics, words)
    number = training + validation
    targets = random.integers(0, topics, number)
    texts = np.full((number, longest), PADDING)
    for row, topic in enumerate(targets):
        length = random.integers(shortest, longest + 1)
        texts[row, :length] = 1 + random.choice(words, length, p=frequencies[topic])
    inputs, targets = texts.astype("int32"), targets.astype("int32")
    return {"train": (inputs[:training], targets[:training]), "validation": (inputs[training:], targets[training:])}
