"""Gas sensors, drawn."""

import numpy as np


def load_mine(days, a_day, seed):
    """Three quarters of the days are learnt from, an eighth each validates and tests."""
    draws = np.random.default_rng(seed)
    sensitivity = draws.uniform(0.2, 1.5, (3, 8))
    power = draws.uniform(0.5, 0.9, 8)
    day = np.repeat(np.arange(days), a_day)
    gain = np.exp(0.25 * draws.normal(size=(days, 8)))[day]
    offset = 0.3 * draws.normal(size=(days, 8))[day]
    gases = draws.gamma(1.5, 0.8, (len(day), 3))

    def sense(gases):
        return offset + gain * (gases @ sensitivity) ** power

    reading = sense(gases) + 0.03 * draws.normal(size=offset.shape)
    wrong = draws.random(len(day)) < 0.02
    reading[wrong] += draws.normal(size=(wrong.sum(), 8))
    of_day = 0.15 * draws.normal(size=(days, 8))[day]  # the reference is known but roughly
    inputs = {"reading": reading, "blank": offset, "reference": sense(np.ones_like(gases)) * np.exp(of_day)}
    place = draws.permutation(days)[day]  # of the sample's day, in a drawn order of days
    first, second = days * 3 // 4, days * 7 // 8
    parts = {"train": place < first, "validation": (first <= place) & (place < second), "test": place >= second}

    def split(of):
        return {name: values[of].astype("float32") for name, values in inputs.items()}, gases[of].astype("float32")

    splits = {name: split(of) for name, of in parts.items()}
    return {**splits, "groups": {name: day[of] for name, of in parts.items()}}
