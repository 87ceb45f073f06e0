"""YOURS. What is learnt from: which character comes next."""

import numpy as np

ALPHABET = " ,abcdefghijklmnopqrstuvwxyz"
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def load_counting(training=800, validation=200, length=24):
    """Random numbers below 1,000 in words, one after the other.

    Args:
        training: samples.
        validation: samples, from a text of its own.
        length: characters of one sample.

    Returns:
        The splits; inputs Int["b length"]; targets Int["b length"], the character after each position.
    """
    random = np.random.default_rng(0)
    return {"train": pieces(random, training, length), "validation": pieces(random, validation, length)}


def pieces(random, samples, length):
    """One text, cut into pieces, and each piece one character later."""
    text = ", ".join(in_words(number) for number in random.integers(0, 1000, samples * length // 4))
    characters = np.array([ALPHABET.index(character) for character in text[: samples * length + 1]], dtype="int32")
    return characters[:-1].reshape(samples, length), characters[1:].reshape(samples, length)


def in_words(number):
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + ("" if number % 10 == 0 else f" {ONES[number % 10]}")
    return f"{ONES[number // 100]} hundred" + ("" if number % 100 == 0 else f" and {in_words(number % 100)}")
