import numpy as np

PEOPLE, PLACES, VERBS, OBJECTS = range(1, 5), range(5, 10), range(10, 13), range(13, 16)
TOOK, WHERE = 16, 17
FACTS = 8


def whereabouts(facts, person):
    """The place, counted from 0, that the person went to last; -1 where the person never went anywhere."""
    went = [fact[2] for fact in facts if fact[0] == person and fact[2] in PLACES]
    return int(went[-1]) - PLACES[0] if went else -1


def story(rng):
    """Facts of three words each, filled up with zeros behind the last; a question; its answer."""
    while True:
        facts = np.zeros((FACTS, 3), "int32")
        for i in range(rng.integers(3, FACTS + 1)):
            if rng.random() < 0.75:
                facts[i] = rng.choice(PEOPLE), rng.choice(VERBS), rng.choice(PLACES)
            else:
                facts[i] = rng.choice(PEOPLE), TOOK, rng.choice(OBJECTS)
        person = rng.choice(PEOPLE)
        place = whereabouts(facts, person)
        if place >= 0:
            return facts, np.array([WHERE, person], "int32"), place


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        facts, questions, places = map(np.stack, zip(*(story(rng) for _ in range(number)), strict=False))
        splits[split] = ({"facts": facts, "question": questions}, places.astype("int32"))
    return splits
