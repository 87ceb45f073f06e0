import numpy as np

LETTERS = "_bcdghklstaeiouy"  # _ fills
VOWELS = "aeiou"
PHONES = ["-", *"bkdgxhlstz", *"aeiou", *"AEIOU", "S", "y"]  # - is silent


def load_mine(words, length, seed):
    """An invented spelling: words of different length, and of each letter its sound."""
    rng = np.random.default_rng(seed)
    drawn = {}
    while len(drawn) < words:
        word = invented(rng, length)
        drawn.setdefault(word, sounds(word))
    x, y = map(np.array, zip(*(numbered(word, sound, length) for word, sound in drawn.items()), strict=True))
    one, two = int(0.7 * words), int(0.85 * words)
    return {"train": (x[:one], y[:one]), "validation": (x[one:two], y[one:two]), "test": (x[two:], y[two:])}


def numbered(word, sound, length):
    """Numbers of the letters, filled up with 0, and of the sounds, filled up with -1."""
    x, y = np.zeros(length, "int32"), np.full(length, -1, "int32")
    x[: len(word)] = [LETTERS.index(letter) for letter in word]
    y[: len(word)] = [PHONES.index(phone) for phone in sound]
    return x, y


def invented(rng, length):
    """A word of syllables, which an e may end."""
    word = ""
    while not word or (len(word) < length - 3 and rng.random() < 0.75):
        word += rng.choice(["b", "c", "d", "g", "h", "k", "l", "s", "t", "ch", "sh"]) + rng.choice([*VOWELS])
    if rng.random() < 0.6:
        word += rng.choice([*"bcdgklst"]) + rng.choice(["", "e", "y"])
    return word[:length]


def sounds(word):
    """Of each letter its sound; an e at the end is silent, and makes all vowels of the word long."""
    ends = len(word) > 2 and word[-1] == "e" and word[-2] not in VOWELS
    found = []
    for place, letter in enumerate(word):
        before, after = word[place - 1 : place], word[place + 1 : place + 2]
        if letter == "e" and ends and place == len(word) - 1:
            found.append("-")
        elif letter in VOWELS:
            found.append(letter.upper() if ends else letter)
        elif letter == "h" and before and before in "cs":
            found.append("-")
        elif letter in "cs" and after == "h":
            found.append("S")
        elif letter == "c":
            found.append("s" if after and after in "ei" else "k")
        elif letter == "g":
            found.append("x" if after and after in "ei" else "g")
        elif letter == "s" and before and before in VOWELS and after and after in VOWELS:
            found.append("z")
        else:
            found.append(letter)
    return found
