import numpy as np


def load_mine(seed):
    """Nine ratios of a firm's year and its rating, 0 … 5; a firm is in one split only."""
    rng = np.random.default_rng(seed)
    firms, years = 700, 6
    lasting = rng.normal(size=(firms, 1, 9))
    ratios = np.sqrt(0.8) * lasting + np.sqrt(0.2) * rng.normal(size=(firms, years, 9))
    health = ratios @ np.array([1, -0.9, 0.7, 0.5, -0.4, 0, 0, 0, 0]) + 0.6 * ratios[..., 5] * ratios[..., 6]
    health += 0.3 * rng.normal(size=(firms, 1)) + 0.3 * rng.normal(size=(firms, years))  # what no ratio shows
    rating = np.digitize(health, np.quantile(health, [0.08, 0.25, 0.5, 0.75, 0.92])).astype("int32")
    firm = np.repeat(np.arange(firms), years)
    x, y = ratios.reshape(-1, 9), rating.reshape(-1)
    split = {"train": firm < 400, "validation": (firm >= 400) & (firm < 550), "test": firm >= 550}
    mean, std = x[split["train"]].mean(axis=0), x[split["train"]].std(axis=0)
    x = ((x - mean) / std).astype("float32")
    splits = {name: (x[rows], y[rows]) for name, rows in split.items()}
    return splits | {"groups": {name: firm[rows] for name, rows in split.items()}}
