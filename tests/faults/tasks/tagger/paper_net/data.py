"""YOURS. What is learnt from: sentences of a made-up language, with a tag for each word.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and `test`, each a
pair (inputs, targets) of arrays with one common first axis.
"""

import numpy as np

PAD, IGNORED = 0, -1  # what fills up a sentence, and its tags
ORDINARY = np.arange(1, 16)  # words with one tag each: word % 5
MODIFIERS = np.arange(16, 18)  # move the tag of the word behind them
NAMES = np.arange(18, 26)  # what a name means is said somewhere in the sentence, by a word of its own:
DEFINITIONS = np.arange(26, 58).reshape(8, 4)  # of each name, one for each tag from 1 to 4
TAGS = 5


def load_sentences(sentences=1000, longest=24, validation=150, test=150, noise=0.02, seed=0):
    """Sentences of 10 to `longest` words, padded at their ends; a tag for each word.

    Training sentences come twice: once more with some of the ordinary words exchanged for synonyms.

    Args:
        sentences: how many were collected.
        longest: the length they are padded to.
        validation: sentences held out for validation.
        test: sentences held out for the test.
        noise: share of the tags that an annotator got wrong.
        seed: of all that is drawn.

    Returns:
        The splits; inputs Int["b t"], 0 where there is no word; targets Int["b t"] in 0 … 4, -1 where there is none.
    """
    rng = np.random.default_rng(seed)
    tagged = [sentence(rng, rng.integers(10, longest + 1), noise) for _ in range(sentences)]
    ends = [sentences - validation - test, sentences - test]
    train, held_out, unseen = tagged[: ends[0]], tagged[ends[0] : ends[1]], tagged[ends[1] :]
    train = train + [with_synonyms(rng, *pair) for pair in train]
    splits = {"train": train, "validation": held_out, "test": unseen}
    return {split: padded(pairs, longest) for split, pairs in splits.items()}


def sentence(rng, length, noise, named=3):
    """Words and their tags; `named` of the names are defined, and those alone are used."""
    names, meanings = rng.permutation(len(NAMES))[:named], rng.integers(0, 4, named)
    kinds = rng.choice(3, length, p=[0.3, 0.15, 0.55])
    words = np.choose(kinds, [rng.choice(kind, length) for kind in (ORDINARY, MODIFIERS, NAMES[names])])
    words[rng.permutation(length)[:named]] = DEFINITIONS[names, meanings]
    tag_of = dict(zip(NAMES[names], 1 + meanings, strict=True))
    tags = np.zeros(length, int)
    for at, word in enumerate(words):
        if word in ORDINARY:
            tags[at] = (word + (at > 0 and words[at - 1] in MODIFIERS)) % TAGS
        elif word in NAMES:
            tags[at] = tag_of[word]
    wrong = rng.random(length) < noise
    return words, np.where(wrong, rng.integers(0, TAGS, length), tags)


def with_synonyms(rng, words, tags, share=0.3):
    """The sentence again, some of its ordinary words exchanged for others of the same tag."""
    exchanged = np.isin(words, ORDINARY) & (rng.random(len(words)) < share)
    synonyms = (words - 1 + TAGS * rng.integers(0, 3, len(words))) % len(ORDINARY) + 1
    return np.where(exchanged, synonyms, words), tags


def padded(pairs, length):
    """The sentences as two arrays, (b, length) each."""
    words = np.full((len(pairs), length), PAD, "int32")
    tags = np.full((len(pairs), length), IGNORED, "int32")
    for row, (some_words, some_tags) in enumerate(pairs):
        words[row, : len(some_words)] = some_words
        tags[row, : len(some_tags)] = some_tags
    return words, tags
