"""YOURS. What is learnt from: sentences of a toy language and their translations, as tokens."""

import numpy as np

PAD, START, END = 0, 1, 2
WORD = 3  # the token of word 0
WORDS = 8
LONGEST = 8
DICTIONARY = np.array([5, 2, 7, 0, 3, 6, 1, 4])  # what each word is in the other language


def load_phrases(samples=2400, held=300, seed=0):
    """Sentences of 4, 6 or 8 words; their translation has other words, and adjective and noun in the other order.

    Args:
        samples: drawn, before duplicates are dropped.
        held: sentences held out for validation, and as many for the test.
        seed: of everything drawn here.

    Returns:
        The splits; inputs {"source": Int["b 9"], "decoder": Int["b 9"]}, targets Int["b 9"]: tokens, ended by END and
        filled up with PAD. The decoder is given START and the target but for its last token.
    """
    rng = np.random.default_rng(seed)
    length = 2 * rng.integers(2, LONGEST // 2 + 1, samples)
    within = np.arange(LONGEST) < length[:, None]  # (n, 8)
    words = np.where(within, rng.integers(WORDS, size=(samples, LONGEST)), -1)
    words = np.unique(words, axis=0)  # no sentence on two sides
    length = (words >= 0).sum(axis=1)
    swapped = words.reshape(len(words), LONGEST // 2, 2)[..., ::-1].reshape(words.shape)
    translated = DICTIONARY[swapped]  # (n, 8)

    source = ended(words, length)  # (n, 9)
    start = np.full((len(source), 1), START)
    sentence = np.concatenate([start, ended(translated, length)], axis=1)  # (n, 10)
    decoder, target = sentence[:, :-1], sentence[:, 1:]

    order = rng.permutation(len(source))
    rows = {
        "train": order[: -2 * held],
        "validation": order[-2 * held : -held],
        "test": order[-held:],
    }

    def split(chosen):
        inputs = {"source": source[chosen].astype("int32"), "decoder": decoder[chosen].astype("int32")}
        return inputs, target[chosen].astype("int32")

    return {name: split(chosen) for name, chosen in rows.items()}


def ended(words, length):
    """Tokens of the first `length` words, END, and PAD up to 9."""
    place = np.arange(LONGEST + 1)
    tokens = np.pad(words, ((0, 0), (0, 1))) + WORD  # (n, 9)
    tokens = np.where(place < length[:, None], tokens, PAD)
    return np.where(place == length[:, None], END, tokens)
