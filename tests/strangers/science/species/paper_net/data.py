"""YOURS. What is learnt from: surveys of plots."""

import numpy as np

SOILS = ["clay", "loam", "sand", "peat", "chalk", "silt", "gravel", "rock", "ash"]


def load_mine(plots, visits, seed):
    """Surveys, split by plot: 60, 20 and 20 %. Climate is standardised, and soils numbered, by the training plots.

    Args:
        plots: of all splits.
        visits: of a plot.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    elevation = rng.gamma(2.0, 300.0, plots)
    warmth = 18 - 0.006 * elevation + 1.5 * rng.normal(size=plots)
    rain = 600 + 0.5 * elevation + 150 * rng.normal(size=plots)
    canopy = rng.beta(2, 2, plots)
    shares = rng.dirichlet(3 * np.ones(len(SOILS)))
    soil = rng.choice(len(SOILS), plots, p=shares)
    niche = np.stack([(warmth - 14) / 4, (rain - 900) / 300, 4 * canopy - 2], axis=-1)
    best, taste = rng.normal(0, 0.7, (8, 3)), 1.8 * rng.normal(size=(len(SOILS), 8))
    logit = 1.5 - 0.7 * ((niche[:, None] - best) ** 2).sum(axis=-1) + taste[soil]
    lives = rng.random((plots, 8)) < 1 / (1 + np.exp(-logit))

    plot = np.repeat(np.arange(plots), visits)
    day = rng.uniform(90, 270, len(plot))
    seen = np.exp(-(((day[:, None] - rng.uniform(130, 230, 8)) / 70) ** 2))
    found = lives[plot] & (rng.random((len(plot), 8)) < seen)
    climate = np.stack([elevation[plot], warmth[plot], rain[plot], canopy[plot], day], axis=-1)
    names = np.array(SOILS)[soil[plot]]

    splits = {"train": plot < 0.6 * plots, "test": plot >= 0.8 * plots}
    splits["validation"] = ~splits["train"] & ~splits["test"]
    centre, spread = climate[splits["train"]].mean(axis=0), climate[splits["train"]].std(axis=0)
    known = names[splits["train"]]

    def part(rows):
        numbers = {name: i for i, name in enumerate(dict.fromkeys(known), start=1)}
        inputs = {
            "climate": ((climate[rows] - centre) / spread).astype("float32"),
            "soil": np.array([numbers.get(name, 0) for name in names[rows]], "int32"),
        }
        return inputs, found[rows].astype("float32")

    data = {name: part(rows) for name, rows in splits.items()}
    return data | {"groups": {name: plot[rows] for name, rows in splits.items()}}
