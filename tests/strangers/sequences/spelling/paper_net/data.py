"""YOURS. What is learnt from: words as they are typed and as they are spelt."""

import numpy as np

FILL, BEGIN, END = 0, 1, 2
CONSONANTS, VOWELS = np.arange(3, 17), np.arange(17, 22)


def load_mine(words, typed, longest, seed):
    """Pairs of {typed (n, longest + 1), previous (n, longest)} and letters (n, longest), and the word of each."""
    rng = np.random.default_rng(seed)
    vocabulary = set()
    while len(vocabulary) < words:
        syllables = [[rng.choice(CONSONANTS[:9]), rng.choice(VOWELS)] for _ in range(rng.integers(2, 5))]
        word = [int(letter) for syllable in syllables for letter in syllable]
        vocabulary.add(tuple(word[: longest - 1]))
    vocabulary = sorted(vocabulary)
    order = rng.permutation(words)

    def slipped(word):
        """One or two slips: letters change places, one is left out, or typed twice, or its neighbour is hit."""
        word = list(word)
        for _ in range(rng.integers(1, 3)):
            i, kind = rng.integers(len(word) - 1), rng.integers(4)
            if kind == 0:
                word[i], word[i + 1] = word[i + 1], word[i]
            elif kind == 1 and len(word) > 3:
                del word[i]
            elif kind == 2 and len(word) < longest:
                word.insert(i, word[i])
            else:
                word[i] = 3 + (word[i] - 3 + rng.choice([-1, 1])) % 19
        return word

    def filled(letters, length):
        return letters + [FILL] * (length - len(letters))

    def split(chosen):
        x, previous, y, word = [], [], [], []
        for number in chosen:
            letters = [*vocabulary[number], END]
            for _ in range(typed):
                x.append(filled(slipped(vocabulary[number]) + [END], longest + 1))
                previous.append(filled([BEGIN, *letters[:-1]], longest))
                y.append(filled(letters, longest))
                word.append(number)
        inputs = {"typed": np.array(x, "int32"), "previous": np.array(previous, "int32")}
        return (inputs, np.array(y, "int32")), np.array(word)

    cuts = np.split(order, [int(0.7 * words), int(0.85 * words)])
    splits = {name: split(chosen) for name, chosen in zip(("train", "validation", "test"), cuts, strict=False)}
    return {
        **{name: pair for name, (pair, _) in splits.items()},
        "groups": {name: word for name, (_, word) in splits.items()},
    }
