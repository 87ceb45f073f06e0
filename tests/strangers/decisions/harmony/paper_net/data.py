import numpy as np

LETTERS = "-abcçdefgğhıijklmnoöprsştuüvyz"  # - fills up
VOWELS, SUFFIX = "aıeiouöü", "ııiiuuüü"  # the last vowel, and that of the suffix
FRONT = {"ı": "i", "u": "ü", "i": "i", "ü": "ü"}  # what some borrowed words take


def load_mine(heads, modifiers, borrowed, length, seed):
    """Invented Turkish compounds, and how their accusative is made: which vowel, and what joins it to the word.

    Args:
        heads: second parts of a compound, each of which occurs with several first ones.
        modifiers: first parts that each head occurs with.
        borrowed: share of heads with a front vowel in the suffix, whatever their own.
        length: letters of a word, at most.
    """
    rng = np.random.default_rng(seed)
    consonants = [c for c in LETTERS[1:] if c not in VOWELS + "ğ"]

    def syllable(closed):
        end = rng.choice(["k", *rng.choice(consonants, 3)]) if closed else ""
        return rng.choice(consonants) + rng.choice(list(VOWELS)) + end

    words, vowels, joins, of = [], [], [], []
    for head in range(heads):
        text = syllable(False) + syllable(rng.random() < 0.7)
        vowel = SUFFIX[VOWELS.index([c for c in text if c in VOWELS][-1])]
        vowel = FRONT[vowel] if rng.random() < borrowed else vowel
        for _ in range(modifiers):
            words.append([LETTERS.index(c) for c in (syllable(True) + text).ljust(length, "-")])
            vowels.append("ıiuü".index(vowel))
            joins.append(1 if text[-1] in VOWELS else 2 if text[-1] == "k" else 0)  # nothing, a y, k to ğ
            of.append(head)
    words, vowels, joins, of = (np.array(a, "int32") for a in (words, vowels, joins, of))
    part = rng.permutation(heads)[of] / heads
    splits, groups = {}, {}
    for split, low, high in [("train", 0, 0.6), ("validation", 0.6, 0.8), ("test", 0.8, 1)]:
        rows = rng.permutation(np.flatnonzero((part >= low) & (part < high)))
        splits[split] = words[rows], {"vowel": vowels[rows], "join": joins[rows]}
        groups[split] = of[rows]
    return {**splits, "groups": groups}
