import numpy as np


def load_mine(documents, words, topics, seed):
    """Counts of words in documents of 40 to 100 words, each about one or two of the topics."""
    rng = np.random.default_rng(seed)
    of_topic = rng.dirichlet(np.full(words, 0.08), topics)  # (topics, words)
    shares = rng.dirichlet(np.full(topics, 0.15), documents)  # (documents, topics)
    lengths = rng.integers(40, 101, documents)
    counts = rng.multinomial(lengths, shares @ of_topic).astype("float32")  # (documents, words)
    a, b = int(0.7 * documents), int(0.85 * documents)
    return {"train": (counts[:a], None), "validation": (counts[a:b], None), "test": (counts[b:], None)}
