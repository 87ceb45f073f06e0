import numpy as np


def load_mine(pairs, seed):
    """Pairs of (subject, verb, object, adverbs …).

    Words: 1 … 12 things of four kinds, three of each; 13 … 16 the kinds; 17 … 22 verbs; 23 … 30 adverbs.
    A hypothesis is entailed where a thing gives way to its kind, or an adverb is dropped; it contradicts where a thing
    gives way to another of its kind; it is neither where an adverb is new.
    """
    rng = np.random.default_rng(seed)

    def sentence():
        adverbs = rng.choice(np.arange(23, 31), size=rng.integers(1, 3), replace=False)
        return [rng.integers(1, 13), rng.integers(17, 23), rng.integers(1, 13), *adverbs]

    def pair(label):
        premise = sentence()
        hypothesis = list(premise)
        place = rng.choice([0, 2])
        thing = premise[place]
        kind = (thing - 1) // 3
        if label == 1:
            hypothesis[place] = rng.choice([i for i in range(3 * kind + 1, 3 * kind + 4) if i != thing])
        else:
            hypothesis[place] = rng.choice([thing, 13 + kind])
        if rng.random() < 0.5 and label != 2:
            hypothesis = hypothesis[:-1]
        if label == 2:
            hypothesis[-1] = rng.choice([i for i in range(23, 31) if i not in premise])
        return [words + [0] * (5 - len(words)) for words in (premise, hypothesis)]

    labels = rng.integers(3, size=pairs + 1000)
    words = np.array([pair(label) for label in labels], "int32")  # (n, 2, 5)

    def part(start, end):
        inputs = {"premise": words[start:end, 0], "hypothesis": words[start:end, 1]}
        return inputs, labels[start:end].astype("int32")

    return {"train": part(0, pairs), "validation": part(pairs, pairs + 500), "test": part(pairs + 500, pairs + 1000)}
