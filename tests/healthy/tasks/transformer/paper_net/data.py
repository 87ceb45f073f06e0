"""YOURS. What is learnt from: sentences of a small language, whose next word follows from two earlier ones."""

import numpy as np

PADDING = 0  # of the inputs; words are 1 … words
LEFT_OUT = -1  # of the targets


def load_sentences(train, validation, test, words=10, shortest=8, longest=16, freedom=0.15):
    """Sentences in which x[t + 1] = table[x[t], x[t - 2]], but for a share of words that are free.

    Args:
        train: sentences to learn from.
        validation: sentences held out.
        test: sentences held out.
        words: size of the vocabulary, without the padding.
        shortest: words of a sentence, at least.
        longest: words of a sentence, at most.
        freedom: share of the words that are drawn at random.

    Returns:
        The splits, no sentence twice; inputs Int["b longest-1"], padded behind with 0; targets Int["b longest-1"], the
        next word counted as in the inputs, -1 where there is none or the rule cannot be known yet.
    """
    generator = np.random.default_rng(1706)
    table = generator.integers(1, words + 1, size=(words + 1, words + 1))
    sentences = spoken(2 * (train + validation + test), table, words, longest, freedom, generator)
    lengths = generator.integers(shortest, longest + 1, size=len(sentences))
    sentences[np.arange(longest) >= lengths[:, None]] = PADDING
    _, first = np.unique(sentences, axis=0, return_index=True)
    sentences = sentences[np.sort(first)][: train + validation + test]
    inputs, targets = sentences[:, :-1], sentences[:, 1:].copy()
    targets[targets == PADDING] = LEFT_OUT
    targets[:, :2] = LEFT_OUT  # these have no word three before them
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(inputs))}
    return {split: (inputs[start:end], targets[start:end]) for split, (start, end) in edges.items()}


def spoken(count, table, words, longest, freedom, generator):
    sentences = np.zeros((count, longest), "int32")
    sentences[:, :3] = generator.integers(1, words + 1, size=(count, 3))
    for t in range(3, longest):
        ruled = table[sentences[:, t - 1], sentences[:, t - 3]]
        free = generator.integers(1, words + 1, size=count)
        sentences[:, t] = np.where(generator.random(count) < freedom, free, ruled)
    return sentences
