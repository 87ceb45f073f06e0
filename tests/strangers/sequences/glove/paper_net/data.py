import numpy as np


def load_mine(sentences, length, window, seed):
    """Co-occurrence counts, a neighbour d words away counting 1 / d, of sentences about one of eight topics each.

    Args:
        sentences: how many are drawn.
        length: words of each.
        window: words on either side that count.
        seed: of the drawing.

    Returns:
        The splits of the pairs (word, context) whose count is above 0, and of which pair, in any order, each is.
    """
    rng = np.random.default_rng(seed)
    words, topics = 80, 8
    frequency = 1 / np.arange(3, words + 3)
    own = np.where(rng.permutation(words)[:, None] % topics == np.arange(topics), 8.0, 1.0)  # (words, topics)
    share = frequency[:, None] * own
    share /= share.sum(axis=0)
    text = np.stack([rng.choice(words, length, p=share[:, rng.integers(topics)]) for _ in range(sentences)])
    counts = np.zeros((words, words))
    for distance in range(1, window + 1):
        left, right = text[:, :-distance].ravel(), text[:, distance:].ravel()
        np.add.at(counts, (left, right), 1 / distance)
        np.add.at(counts, (right, left), 1 / distance)
    i, j = np.nonzero(counts)
    pair = np.minimum(i, j) * words + np.maximum(i, j)
    split_of = rng.choice(3, words * words, p=[0.7, 0.15, 0.15])[pair]
    splits, groups = {}, {}
    for number, split in enumerate(["train", "validation", "test"]):
        chosen = split_of == number
        pairs = np.stack([i, j], axis=-1)[chosen].astype("int32")
        splits[split] = pairs, counts[i, j][chosen].astype("float32")
        groups[split] = pair[chosen]
    return splits | {"groups": groups}
