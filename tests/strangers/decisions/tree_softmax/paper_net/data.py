import numpy as np


def load_mine(sentences, words, depth, kinds, seed):
    """Two words and the one that follows; words are numbered so that those of one kind are side by side.

    Args:
        sentences: of all splits: 70 % to learn from, 15 % each to validate and to test.
        words: of a sentence.
        depth: of the tree of words; there are 2**depth.
        kinds: of words; the next one's kind depends on the last two's.
        seed: of language and text.

    Returns:
        The splits, and the sentence of each window.
    """
    rng = np.random.default_rng(seed)
    size = 2**depth // kinds
    grammar = rng.dirichlet(np.full(kinds, 0.15), size=(kinds, kinds))
    usage = rng.dirichlet(np.full(size, 0.5), size=kinds)  # of the words of a kind
    text = np.zeros((sentences, words), "int32")
    for s in range(sentences):
        a, b = rng.integers(kinds, size=2)
        for w in range(words):
            a, b = b, rng.choice(kinds, p=grammar[a, b])
            text[s, w] = b * size + rng.choice(size, p=usage[b])
    windows = np.lib.stride_tricks.sliding_window_view(text, 3, axis=1)  # (sentences, words - 2, 3)
    cuts = np.split(np.arange(sentences), [int(0.7 * sentences), int(0.85 * sentences)])
    splits, groups = {}, {}
    for name, part in zip(["train", "validation", "test"], cuts, strict=True):
        rows = windows[part].reshape(-1, 3)
        splits[name] = rows[:, :2].copy(), rows[:, 2].copy()
        groups[name] = np.repeat(part, words - 2)
    return {**splits, "groups": groups}
