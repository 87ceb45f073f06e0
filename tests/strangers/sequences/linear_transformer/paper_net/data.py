import numpy as np


def load_mine(sequences, symbols, length, seed):
    """The copy task: a word of random symbols, a separator, and the word again; what comes next is foretold.

    Args:
        sequences: of the training split; 500 are held out, and as many again tested.
        symbols: that a word is of, 1 … symbols; 0 is the separator.
        length: symbols of a word.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        word = rng.integers(1, symbols + 1, (n, length))
        text = np.concatenate([word, np.zeros((n, 1), int), word], axis=1).astype("int32")  # (n, 2 length + 1)
        following = text[:, 1:].copy()
        following[:, :length] = -1  # the word itself cannot be foretold
        return text[:, :-1], following

    return {"train": split(sequences), "validation": split(500), "test": split(500)}
