import numpy as np

# How many words of each kind there are; numbers begin behind the filling 0 and the root 1.
KINDS = {"det": 4, "adj": 14, "noun": 30, "verb": 20, "adv": 8, "prep": 8}
FIRST = {kind: 2 + sum(list(KINDS.values())[:i]) for i, kind in enumerate(KINDS)}


def sentence(rng):
    """Words and heads of one sentence; places begin at 1, the root is place 0."""
    words, heads = [1], [0]

    def add(kind, head=None):
        words.append(FIRST[kind] + int(KINDS[kind] * rng.random() ** 1.5))
        heads.append(head)
        return len(words) - 1

    def noun_phrase(head):
        before = [add("det")] if rng.random() < 0.7 else []
        before += [add("adj") for _ in range(rng.choice(3, p=[0.5, 0.3, 0.2]))]
        noun = add("noun", head)
        for place in before:
            heads[place] = noun
        return noun

    subject = noun_phrase(None)
    early = add("adv") if rng.random() < 0.3 else None
    verb = add("verb", 0)
    heads[subject] = verb
    if early:
        heads[early] = verb
    last = noun_phrase(verb)
    for _ in range(rng.choice(3, p=[0.3, 0.5, 0.2])):
        preposition = add("prep")
        to_noun = 0.9 if (words[preposition] - FIRST["prep"]) % 2 else 0.1  # every other one likes the noun before it
        heads[preposition] = last if rng.random() < to_noun else verb
        last = noun_phrase(preposition)
    if rng.random() < 0.3:
        add("adv", verb)
    return words, heads


def load_mine(sentences, length, seed):
    """Sentences and heads, filled up to `length` places, of which each is its own head."""
    rng = np.random.default_rng(seed)
    words = np.zeros((sentences, length), "int32")
    heads = np.tile(np.arange(length, dtype="int32"), (sentences, 1))
    drawn = 0
    while drawn < sentences:
        w, h = sentence(rng)
        if len(w) <= length:
            words[drawn, : len(w)], heads[drawn, : len(h)] = w, h
            drawn += 1
    parts = {"train": slice(0, -600), "validation": slice(-600, -300), "test": slice(-300, None)}
    return {split: (words[part], heads[part]) for split, part in parts.items()}
