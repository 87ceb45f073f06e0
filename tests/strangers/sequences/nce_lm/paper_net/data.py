import numpy as np


def load_mine(samples, words, kinds, context, seed):
    """A text in which the kind of a word follows from the two before, cut into contexts and the word behind each."""
    rng = np.random.default_rng(seed)
    kind_of = rng.integers(0, kinds, words)
    kind_of[:kinds] = np.arange(kinds)  # each has a word
    frequency = 1 / (np.arange(words) + 3.0)  # words are numbered by frequency
    pull = rng.normal(0, 1.5, (2, kinds, kinds))  # of the last word but one, and of the last
    follows = np.exp(pull[0][:, None] + pull[1])
    follows = follows / follows.sum(axis=-1, keepdims=True)
    n = sum(samples.values())
    text = [0, 1]
    for _ in range(n + context):
        kind = rng.choice(kinds, p=0.95 * follows[kind_of[text[-2]], kind_of[text[-1]]] + 0.05 / kinds)
        share = frequency * (kind_of == kind)
        text.append(rng.choice(words, p=share / share.sum()))
    text = np.array(text[2:], "int32")
    rank = np.empty(words, "int32")
    rank[np.argsort(-np.bincount(text[: samples["train"]], minlength=words), kind="stable")] = np.arange(words)
    before, word = contexts(rank[text], context)
    splits, start = {}, 0
    for split, count in samples.items():  # in time: the end is held out
        splits[split] = (before[start : start + count], word[start : start + count])
        start += count
    return splits


def contexts(text, context):
    """Each run of `context` words, and the word behind it."""
    before = np.lib.stride_tricks.sliding_window_view(text[:-1], context)  # (n, context)
    return before.copy(), text[context:].copy()
