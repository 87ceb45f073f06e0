import numpy as np


def load_mine(first, validated, tested, last, seed):
    """Death rates by year, age, region and sex, drawn from Lee and Carter's model with a trend of each region.

    Returns:
        The splits, cut in time: train before `validated`, validation before `tested`, test up to `last`; log rates.
    """
    draw = np.random.default_rng(seed)
    years, ages = np.arange(first, last + 1), np.arange(0, 90, 2)
    level = -8.5 + 0.085 * ages + 3.5 * np.exp(-ages / 1.5)  # (ages)
    pace = 1.5 - ages / 80  # the young gain most
    pieces = []
    for region in range(6):
        for sex in range(2):
            drift = -0.02 + 0.004 * draw.normal()
            trend = np.cumsum(drift + 0.03 * draw.normal(size=len(years)))  # a random walk
            rates = level + 0.25 * draw.normal() + 0.3 * sex + np.outer(trend, pace)
            rates = rates + 0.05 * draw.normal(size=rates.shape)
            year, age = (x.ravel() for x in np.meshgrid(years, np.arange(len(ages)), indexing="ij"))
            same = np.ones(len(year), int)
            pieces.append(np.stack([year, age, region * same, sex * same, rates.ravel()], axis=-1))
    table = np.concatenate(pieces)
    year = table[:, 0]
    chosen = {
        "train": year < validated,
        "validation": (year >= validated) & (year < tested),
        "test": year >= tested,
    }

    def split(rows):
        inputs = {"year": (rows[:, :1] - first) / (validated - first)}
        inputs = {key: value.astype("float32") for key, value in inputs.items()}
        for column, name in enumerate(("age", "region", "sex"), start=1):
            inputs[name] = rows[:, column].astype("int32")
        return inputs, rows[:, 4:].astype("float32")

    return {name: split(table[mask]) for name, mask in chosen.items()}
