import numpy as np


def load_mine(seed):
    """Trials of 60 persons; times are first passages of a drift through a threshold, so inverse Gaussian.

    Inputs are scaled by the mean and deviation of the persons that are learnt from.
    """
    rng = np.random.default_rng(seed)
    persons, trials = 60, 80
    person = np.repeat(np.arange(persons), trials)
    n = len(person)
    word = rng.integers(0, 2, n)
    frequency = np.where(word == 1, rng.normal(3, 1.2, n), 0)
    length, neighbours = rng.integers(3, 10, n), rng.poisson(3, n)
    age = rng.uniform(18, 80, persons)[person]
    trial = np.tile(np.arange(trials), persons)
    drift = 3.6 + 0.7 * frequency * word + 1.4 * (1 - word) - 0.2 * length - 0.2 * neighbours * (1 - word)
    drift = np.maximum(drift * rng.lognormal(0, 0.08, persons)[person], 0.6)
    threshold = 2 + 0.03 * (age - 18) + np.exp(-trial / 15)
    seconds = rng.wald(threshold / drift, threshold**2)
    inputs = np.stack([frequency, length, neighbours, word, age, trial], axis=1)
    seen = person < 40
    inputs = (inputs - inputs[seen].mean(0)) / inputs[seen].std(0)
    splits = {"train": seen, "validation": (person >= 40) & (person < 50), "test": person >= 50}
    pairs = {
        name: (inputs[rows].astype("float32"), seconds[rows, None].astype("float32")) for name, rows in splits.items()
    }
    return pairs | {"groups": {name: person[rows] for name, rows in splits.items()}}
