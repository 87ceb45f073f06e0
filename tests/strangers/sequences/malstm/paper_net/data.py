import numpy as np


def relatedness(share_kept):
    """A rating between 1 and 5, as annotators give it, of the share of concepts that two sentences have in common."""
    return 1 + 4 * share_kept


def scaled(rating):
    """A rating of 1 … 5 as a similarity of 0 … 1."""
    return (np.asarray(rating, "float32") - 1) / 4


def padded(words, length):
    """A sentence of `length` numbers, filled up with 0 behind its words."""
    return np.array([*words, *[0] * (length - len(words))], "int32")


def load_mine(seed, sentences, length, concepts, synonyms, noise):
    """Pairs of sentences: some concepts of the left are replaced in the right, each is said by any of its synonyms."""
    draw = np.random.default_rng(seed)

    def said(meant):
        return padded(1 + np.array(meant) * synonyms + draw.integers(synonyms, size=len(meant)), length)

    splits = {}
    for split, size in sentences.items():
        left, right, similarity = [], [], []
        for _ in range(size):
            meant = draw.permutation(concepts)[: draw.integers(3, length + 1)]
            others = draw.permutation(np.setdiff1d(np.arange(concepts), meant))
            kept = draw.integers(len(meant) + 1)
            changed = meant.copy()
            changed[kept:] = others[: len(meant) - kept]
            rating = relatedness(kept / len(meant)) + noise * draw.normal()
            left.append(said(meant))
            right.append(said(draw.permutation(changed)))
            similarity.append(scaled(np.clip(rating, 1, 5)))
        pair = {"left": np.stack(left), "right": np.stack(right)}
        splits[split] = (pair, np.array(similarity, "float32"))
    return splits
