import numpy as np


def load_mine(length, noise, seed):
    """Texts of a language with a memory of three words, and at each place the word that follows."""
    rng = np.random.default_rng(seed)
    table = rng.integers(8, size=(8, 8))  # (the last word, two before it) → the next

    def draw(texts):
        text = rng.integers(8, size=(texts, length + 1))
        for t in range(3, length + 1):
            ruled = rng.random(texts) > noise
            text[:, t] = np.where(ruled, table[text[:, t - 1], text[:, t - 3]], text[:, t])
        return text[:, :-1].astype("int32"), next_words(text).astype("int32")

    return {"train": draw(800), "validation": draw(200), "test": draw(200)}


def next_words(text):
    """(b, t + 1) → (b, t)."""
    return text[:, 1:]
