"""YOURS. What is learnt from: exertion of persons on a treadmill, from what they wear.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and `test`, each a
pair (inputs, targets) of arrays with one common first axis.
"""

import numpy as np

FEATURES = ("age", "mass", "height", "heart rate", "acceleration", "pressure", "skin temperature", "cadence")


def load_exertion(persons=150, rows=20, validation=25, test=25, seed=0):
    """Oxygen uptake and lactate of persons who were recorded several times each.

    A person has an offset of their own that no feature explains, so persons are split, not rows.

    Args:
        persons: how many were recorded.
        rows: recordings of each.
        validation: persons held out for validation.
        test: persons held out for the test.
        seed: of the persons, the recordings and the split.

    Returns:
        The splits; inputs Float["b 8"], targets Float["b 2"], each standardized by the training persons.
    """
    rng = np.random.default_rng(seed)
    records, outcomes = recordings(rng, persons, rows)  # (persons, 8, rows), (persons, 2, rows)
    features = records.transpose(0, 2, 1).reshape(-1, len(FEATURES))  # (persons * rows, 8)
    targets = outcomes.transpose(0, 2, 1).reshape(-1, 2)  # (persons * rows, 2)
    person = np.repeat(np.arange(persons), rows)  # whose recording each row is

    order = rng.permutation(persons)
    held_out = {"validation": order[:validation], "test": order[validation : validation + test]}
    parts = {"train": np.isin(person, order[validation + test :])}
    parts |= {split: np.isin(person, chosen) for split, chosen in held_out.items()}

    fitted = features[parts["train"]]
    features = (features - fitted.mean(axis=0)) / fitted.std(axis=0)
    targets = (targets - targets[parts["train"]].mean(axis=0)) / targets[parts["train"]].std(axis=0)
    features, targets = features.astype("float32"), targets.astype("float32")
    return {split: (features[part], targets[part]) for split, part in parts.items()}


def recordings(rng, persons, rows):
    """As the device stores them: one block a person, a line for each sensor."""
    age, mass, height = rng.uniform(20, 75, persons), rng.normal(75, 12, persons), rng.normal(1.73, 0.09, persons)
    offset = rng.normal(0, 1, (2, persons, 1))  # of each outcome
    age, mass, height = (np.repeat(trait[:, None], rows, axis=1) for trait in (age, mass, height))  # (persons, rows)
    effort, slope = rng.uniform(0, 1, (persons, rows)), rng.normal(0, 1, (persons, rows))
    heart = 60 + 110 * effort - 0.4 * (age - 45) * effort + rng.normal(0, 3, effort.shape)  # beats a minute
    acceleration = 1800 * effort**1.5 + rng.normal(0, 40, effort.shape)  # mg
    pressure = 101_300 - 250 * slope  # Pa
    temperature = 306 + 1.5 * effort + rng.normal(0, 0.6, effort.shape)  # K
    cadence = 90 + 70 * effort + 6 * slope + rng.normal(0, 4, effort.shape)  # steps a minute
    records = np.stack([age, mass, height, heart, acceleration, pressure, temperature, cadence], axis=1)

    uptake = mass * (6 + 32 * effort + 5 * effort * slope)  # ml a minute
    uptake += 130 * offset[0] + rng.normal(0, 1, effort.shape) * (30 + 330 * effort**2)
    lactate = 1 + 7 * effort**3 + 0.03 * (age - 45) * effort + 0.6 * slope * (slope > 0)  # mmol a litre
    lactate += 0.35 * offset[1] + rng.normal(0, 1, effort.shape) * 0.7 / (1 + np.exp(3 * slope))
    return records, np.stack([uptake, lactate], axis=1)
