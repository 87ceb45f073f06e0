import numpy as np


def from_uniform(u, location, scale, shape):
    """The quantile of a generalized extreme value distribution."""
    return location + scale * ((-np.log(u)) ** -shape - 1) / shape


def load_mine(seed, stations, held_out, years):
    """Annual highest discharges (m³/s) of gauging stations; stations are held out whole, to predict ungauged ones."""
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, size in {"train": stations, "validation": held_out, "test": held_out}.items():
        log_area, rain, steep = rng.uniform(3, 8, size), rng.uniform(400, 2000, size), rng.uniform(0, 1, size)
        location = np.exp(1.5 + 0.55 * log_area + 0.0006 * (rain - 1000))
        scale = location * (0.25 + 0.3 * steep)
        row = np.stack([log_area, rain, steep], axis=-1).repeat(years, axis=0)
        u = rng.uniform(size=size * years)
        highest = from_uniform(u, location.repeat(years), scale.repeat(years), 0.15)
        splits[split] = row.astype("float32"), highest.astype("float32")[:, None]
        groups[split] = np.arange(first, first + size).repeat(years)
        first += size
    return {**splits, "groups": groups}
