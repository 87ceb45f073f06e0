"""What is learnt from: annual floods at ungauged places."""

import numpy as np


def load_mine(gauges, years, seed):
    """A gauge has attributes and something of its own that they do not tell; whole gauges are held out."""
    rng = np.random.default_rng(seed)
    attributes = rng.normal(size=(gauges, 6))
    own = 0.5 * rng.normal(size=gauges)
    climate = np.stack([rng.normal(size=years), np.linspace(-1, 1, years)], 1)
    gauge, year = (index.ravel() for index in np.meshgrid(np.arange(gauges), np.arange(years), indexing="ij"))

    a, c = attributes[gauge], climate[year]
    location = a[:, 0] + 0.6 * a[:, 1] * a[:, 2] + own[gauge] + (0.5 + 0.3 * a[:, 3]) * c[:, 0] + 0.3 * c[:, 1]
    peak = rng.gumbel(location, np.exp(-0.9 + 0.3 * a[:, 4]))

    x = {"catchment": a.astype("float32"), "climate": c.astype("float32")}
    y = peak[:, None].astype("float32")
    fold = rng.permutation(gauges) % 5  # 3 of 5 gauges are learnt from
    part = fold[gauge]
    rows = {"train": part < 3, "validation": part == 3, "test": part == 4}
    splits = {split: ({name: value[at] for name, value in x.items()}, y[at]) for split, at in rows.items()}
    return {**splits, "groups": {split: gauge[at] for split, at in rows.items()}}
