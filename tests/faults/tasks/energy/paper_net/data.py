"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and `test`, each a
pair (inputs, targets) of arrays with one common first axis.
"""

import numpy as np

COLUMNS = ("area", "height", "glazing", "u_value", "occupants", "year", "south", "mean_temperature")


def load_energy(rows=3000, validation=500, test=500, seed=3):
    """Buildings: yearly heating and cooling (Wh) and the bill (EUR), from eight measurements of the building.

    Returns:
        The splits; inputs Float["b 8"] and targets Float["b 3"], standardized by the training rows.
    """
    rng = np.random.default_rng(seed)
    x, y = buildings(rows, rng)
    by_year = np.argsort(x[:, COLUMNS.index("year")], kind="stable")  # the register is kept by year of construction
    x, y = x[by_year], y[by_year]
    order = rng.permutation(len(x))
    x, y = x[order], y[order]

    train = slice(0, rows - validation - test)
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    y = (y - y[train].mean(axis=0)) / y[train].std(axis=0)
    x, y = x.astype("float32"), y.astype("float32")

    held_out = slice(train.stop, train.stop + validation)
    return {
        "train": (x[train], y[train]),
        "validation": (x[held_out], y[held_out]),
        "test": (x[held_out.stop :], y[held_out.stop :]),
    }


def buildings(rows, rng):
    area = rng.lognormal(5.3, 0.5, rows)  # m2
    height = rng.uniform(2.3, 4.5, rows)
    glazing = rng.beta(2, 5, rows)
    year = rng.integers(1920, 2020, rows)
    u_value = np.clip(1.9 - 0.016 * (year - 1920) + rng.normal(0, 0.15, rows), 0.15, None)
    occupants = rng.poisson(area / 60) + 1
    south = rng.uniform(-1, 1, rows)
    temperature = rng.normal(9, 3, rows)

    shell = (2.2 * area + 4 * np.sqrt(area) * height) * (u_value * (1 - glazing) + 1.4 * glazing)
    heating = 60 * shell * np.clip(19 - temperature, 2, None) / 10 - 250 * occupants
    heating = np.clip(heating, 500, None) * rng.lognormal(0, 0.06, rows)
    sun = glazing * area * (1 + 0.7 * south)
    cooling = (40 * sun * np.clip(temperature - 3, 1, None) / 6 + 180 * occupants) * rng.lognormal(0, 0.06, rows)
    bill = 0.11 * heating + 0.29 * cooling + 140 * occupants + rng.normal(0, 100, rows)
    x = np.stack([area, height, glazing, u_value, occupants, year, south, temperature], axis=1)
    return x, np.stack([1000 * heating, 1000 * cooling, bill], axis=1)  # meters count in Wh
