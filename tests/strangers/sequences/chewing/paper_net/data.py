import numpy as np

CLASSES = 4  # at rest, speaking, drinking, chewing


def load_mine(persons, each, window, seed):
    """Simulated records of a sensor at the jaw, cut into windows; a record is one person doing one thing for a while."""
    rng = np.random.default_rng(seed)
    usual = rng.normal(0, 1, (CLASSES, 2, 2))  # how each thing done moves the sensor's two axes
    x, y, person = [], [], []
    for number in range(persons):
        for label, record in recorded(rng, usual, each, window):
            for start in range(0, record.shape[0] - window + 1, window // 2):  # half of a window is the next one's
                x.append(record[start : start + window])
                y.append(label)
                person.append(number)
    x, y, person = np.array(x, "float32"), np.array(y, "int32"), np.array(person)
    parts = divided(person, rng)
    splits = {split: (x[rows], y[rows]) for split, rows in parts.items()}
    return {**splits, "groups": {split: person[rows] for split, rows in parts.items()}}


def recorded(rng, usual, each, window):
    """(label, signal (t, 2)) of what one person did; how fast and how strongly is the person's own."""
    speed, strength, tilt = rng.uniform(0.75, 1.35), rng.uniform(0.6, 1.6), rng.normal(0, 0.8, 2)
    mix = usual + rng.normal(0, 0.5, usual.shape)
    for label in range(CLASSES):
        rate = speed * [0.02, 0.13, 0.05, 0.08][label]
        size = strength * [0.1, 0.4, 0.5, 0.9][label]
        time = np.arange(window * (each + 1) // 2)
        phase = 2 * np.pi * rate * time + rng.normal(0, 0.08, time.size).cumsum()
        waves = size * np.stack([np.sin(phase), np.sin(2 * phase + rng.uniform(0, 6))], axis=-1)
        yield label, waves @ mix[label] + tilt + rng.normal(0, 0.3, (time.size, 2))


def divided(person, rng):
    """The rows of each split: 60 % of the persons, 20 %, and 20 %."""
    order = rng.permutation(np.unique(person))
    one, two = int(0.6 * len(order)), int(0.8 * len(order))
    whose = {"train": order[:one], "validation": order[one:two], "test": order[two:]}
    return {split: np.flatnonzero(np.isin(person, of)) for split, of in whose.items()}
