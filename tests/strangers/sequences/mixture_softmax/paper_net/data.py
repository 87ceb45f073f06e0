import numpy as np


def load_mine(words, length, train, held_out, seed):
    """Sentences of a drawn language whose next word depends on the two before it: many different distributions.

    Args:
        words: of the vocabulary.
        length: words that are predicted, of each sentence.
        train, held_out: sentences of the training, and of each other split.
        seed: of what is drawn.

    Returns:
        The splits, each (words (n, length), the word that follows each (n, length)).
    """
    draw = np.random.default_rng(seed)
    table = draw.dirichlet(np.full(words, 0.15), (2, words))  # by the kind of the word before the last, and the last

    def sentences(number):
        x = draw.integers(0, words, (number, length + 1), dtype="int32")
        for t in range(2, length + 1):
            cumulative = table[x[:, t - 2] % 2, x[:, t - 1]].cumsum(axis=1)
            x[:, t] = np.minimum((draw.random((number, 1)) > cumulative).sum(axis=1), words - 1)
        return x[:, :-1], x[:, 1:]

    return {"train": sentences(train), "validation": sentences(held_out), "test": sentences(held_out)}
