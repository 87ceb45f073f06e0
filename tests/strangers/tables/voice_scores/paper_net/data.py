import numpy as np


def load_mine(seed, persons, calls):
    """Telephone calls of persons with Parkinson's disease: what is measured of the voice, and how severe it is then."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(persons), calls)  # (n)
    voice = rng.normal(size=(persons, 12))  # a voice of one's own: pitch, breath …
    severe = rng.normal(size=persons)
    shown = rng.normal(size=(2, 12)) * [[0.9], [0.5]]
    now = severe[person] + 0.5 * rng.normal(size=len(person))
    x = (
        voice[person]
        + now[:, None] * shown[0]
        + np.maximum(now, 0)[:, None] * shown[1]
        + 0.3 * rng.normal(size=(len(person), 12))
    )
    score = 28 + 8 * now + 3 * rng.normal(size=len(person))
    return split(x, score, person, rng)


def split(x, score, person, rng):
    """Six tenths of the persons for training, two each for validation and test; scaled as those of training are."""
    drawn = rng.permutation(person.max() + 1)
    of = np.searchsorted([0.6 * len(drawn), 0.8 * len(drawn)], np.argsort(drawn), side="right")[person]  # (n)
    train = of == 0
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    y = (score - score[train].mean()) / score[train].std()
    names = ("train", "validation", "test")
    splits = {name: (x[of == i].astype("float32"), y[of == i, None].astype("float32")) for i, name in enumerate(names)}
    return {**splits, "groups": {name: person[of == i] for i, name in enumerate(names)}}
