import numpy as np


def load_mine(seeds, seed):
    """Dishes of 240 lots, 12 of each; conditions are standardized by the lots that are learnt from."""
    rng = np.random.default_rng(seed)
    lots, dishes = 240, 12
    lot = np.repeat(np.arange(lots), dishes)
    n = len(lot)
    species = rng.integers(0, 6, lots)[lot]
    stored = rng.uniform(0, 900, lots)[lot]
    temperature, moisture, salinity = rng.uniform(5, 38, n), rng.uniform(0.1, 0.9, n), rng.gamma(2, 2, n)
    best = np.array([14, 18, 20, 23, 27, 30])[species]
    tolerance = np.array([0.3, 0.15, 0.2, 0.4, 0.1, 0.25])[species]
    logit = 2.5 - ((temperature - best) / 5) ** 2 - 12 * (moisture - 0.55) ** 2 - tolerance * salinity - stored / 600
    mean = 1 / (1 + np.exp(-(logit + rng.normal(0, 0.4, lots)[lot])))
    strength = np.where(stored > 450, 6.0, 25.0)  # what was stored for long varies more
    grown = rng.binomial(seeds, rng.beta(mean * strength, (1 - mean) * strength))
    conditions = np.stack([temperature, moisture, salinity, stored], axis=1)
    parts = {"train": lot < 160, "validation": (lot >= 160) & (lot < 200), "test": lot >= 200}
    conditions = (conditions - conditions[parts["train"]].mean(0)) / conditions[parts["train"]].std(0)

    def pair(rows):
        inputs = {"conditions": conditions[rows].astype("float32"), "species": species[rows].astype("int32")}
        return inputs, grown[rows, None].astype("float32")

    return {name: pair(rows) for name, rows in parts.items()} | {"groups": {k: lot[rows] for k, rows in parts.items()}}
