import numpy as np


def load_mine(words, length, masked, train, held_out, seed):
    """Sentences of a drawn language, some of whose words a small generator has replaced: what ELECTRA reads.

    Args:
        words: of the vocabulary; each has a few likely successors.
        length: words of a sentence.
        masked: share of the words that the generator fills in anew.
        train, held_out: sentences of the training, and of each other split.
        seed: of what is drawn.

    Returns:
        The splits, each (words (n, length), 1 where a word is not the one that stood there (n, length)).
    """
    draw = np.random.default_rng(seed)
    follows = draw.dirichlet(np.full(words, 0.06), words)  # (words, words), a few likely ones a row
    frequency = np.linalg.matrix_power(follows, 200)[0]

    def sentences(number):
        x = np.empty((number, length), "int32")
        x[:, 0] = draw.choice(words, number, p=frequency)
        for t in range(1, length):
            cumulative = follows[x[:, t - 1]].cumsum(axis=1)
            x[:, t] = np.minimum((draw.random((number, 1)) > cumulative).sum(axis=1), words - 1)
        # the generator knows how frequent a word is, not its neighbours
        generated = draw.choice(words, x.shape, p=frequency)
        corrupt = np.where(draw.random(x.shape) < masked, generated, x).astype("int32")
        return corrupt, (corrupt != x).astype("int32")  # a generated word that happens to be right is an original one

    return {"train": sentences(train), "validation": sentences(held_out), "test": sentences(held_out)}
