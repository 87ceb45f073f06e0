"""YOURS. What is learnt from."""

import numpy as np

PERSONS, PLACES, FACTS = 4, 6, 8


def load_stories(train, validation, test, seed=5):
    """Stories of eight facts, `a person went to a place`; asked is where a person is now: the last one counts.

    Words: 0 … 3 persons, 4 … 9 places.

    Returns:
        The splits; inputs {story: Int["b 8 2"], question: Int["b"]}; targets Int["b"], a place 0 … 5.
    """
    rng = np.random.default_rng(seed)
    total = train + validation + test
    who = rng.integers(0, PERSONS, (total, FACTS))
    where = rng.integers(0, PLACES, (total, FACTS))
    asked = who[np.arange(total), rng.integers(0, FACTS, total)]  # a person who was mentioned
    last = FACTS - 1 - np.argmax((who == asked[:, None])[:, ::-1], axis=1)
    answer = where[np.arange(total), last].astype("int32")
    story = np.stack([who, PERSONS + where], axis=-1).astype("int32")
    made, start = {}, 0
    for name, count in (("train", train), ("validation", validation), ("test", test)):
        part = slice(start, start + count)
        made[name] = {"story": story[part], "question": asked[part].astype("int32")}, answer[part]
        start += count
    return made
