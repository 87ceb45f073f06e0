import numpy as np

NAMES = "ann bob cleo dan eve finn".split()
PLACES = "paris rome oslo lima".split()
TIMES = "today monday june noon".split()
THINGS = "book lamp boat drum ring coat".split()
DOES = "bought found lost sold saw hid".split()
ASKS = ["who", "where", "when", "what", "how-many"]
WORDS = ["", *NAMES, *PLACES, *TIMES, *THINGS, *DOES, *ASKS, *"did the in on and then say that please of".split()]


def load_mine(questions, length, seed):
    """Simulated questions, and what they ask for; another word of asking may stand in a side clause."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(len(ASKS), size=questions)
    texts = np.array([numbers(asked(rng, label), length) for label in labels])
    one, two = int(0.6 * questions), int(0.8 * questions)
    parts = {"train": slice(one), "validation": slice(one, two), "test": slice(two, None)}
    return {split: (texts[part].astype("int32"), labels[part].astype("int32")) for split, part in parts.items()}


def asked(rng, label):
    """The words of a question."""
    name, thing, does, place, time = (rng.choice(of) for of in (NAMES, THINGS, DOES, PLACES, TIMES))
    where, when = ["in", place] if rng.random() < 0.5 else [], ["on", time] if rng.random() < 0.5 else []
    words = {
        0: ["who", does, "the", thing, *where, *when],
        1: ["where", "did", name, "say", "that", "the", thing, *when],
        2: ["when", "did", name, "say", "that", "the", thing, *where],
        3: ["what", "did", name, "say", *where, *when],
        4: ["how-many", "of", "the", thing, does, name, *where, *when],
    }[label]
    if rng.random() < 0.4:
        words = [*words, "and", "then", name, does, "that", rng.choice(ASKS)]
    return ["please", *words] if rng.random() < 0.3 else words


def numbers(words, length):
    """The numbers of the words, the end filled up with 0."""
    found = [WORDS.index(word) for word in words][:length]
    return found + [0] * (length - len(found))
