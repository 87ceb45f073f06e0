import numpy as np


def load_mine(instruments, scans, points, seed):
    """Reflectance of plastics, scanned by handheld instruments, each with a drift and a sensitivity of its own.

    Args:
        instruments: how many; of each five one is for validation and one for the test.
        scans: by each instrument.
        points: wavelengths of a scan.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    place = np.linspace(0, 1, points)

    def bands(n):
        centres, widths, depths = rng.uniform(0.1, 0.9, n), rng.uniform(0.02, 0.05, n), rng.uniform(0.4, 1.0, n)
        return (depths[:, None] * np.exp(-(((place - centres[:, None]) / widths[:, None]) ** 2) / 2)).sum(axis=0)

    common = bands(5)
    plastics = np.stack([common + 0.5 * bands(3) for _ in range(4)])  # (4, points)
    x, y, group = [], [], []
    for instrument in range(instruments):
        kinds = rng.choice(4, scans, p=rng.dirichlet([0.7] * 4))  # each stands at another place of the sorting line
        shift = rng.normal(0, 0.02)
        slope, waves = rng.normal(0, 0.6), 0.5 * bands(4)
        for kind in kinds:
            seen = np.interp(place + shift, place, plastics[kind]) * rng.uniform(0.7, 1.3)
            x.append(seen + slope * place + waves + rng.normal(0, 0.12, points))
        y.append(kinds)
        group += [instrument] * scans
    x, y, group = np.array(x), np.concatenate(y).astype("int32"), np.array(group)
    part = group % 5
    masks = {"train": part < 3, "validation": part == 3, "test": part == 4}
    mean, std = x[masks["train"]].mean(axis=0), x[masks["train"]].std(axis=0)
    x = ((x - mean) / std).astype("float32")[..., None]  # (n, points, 1)
    splits = {name: (x[mask], y[mask]) for name, mask in masks.items()}
    return {**splits, "groups": {name: group[mask] for name, mask in masks.items()}}
