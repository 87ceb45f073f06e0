"""Alloys as a laboratory might measure them, drawn."""

import numpy as np


def load_mine(melts, specimens, seed):
    rng = np.random.default_rng(seed)
    melt = np.repeat(np.arange(melts), specimens)
    shares = rng.dirichlet(np.full(6, 1.5), melts)[melt]
    heat, hours = rng.uniform(-1, 1, (2, len(melt)))
    batch = rng.normal(0, 0.1, melts)[melt]  # what is peculiar to a melt
    hardness = 6 * shares[:, 0] * shares[:, 1] + 2 * shares[:, 2] ** 2 - 0.5 * heat * (1 + hours) + batch
    conductivity = np.exp(-4 * shares[:, 3]) + shares[:, 4] * (0.5 + 0.5 * heat) + 0.3 * batch
    x = np.column_stack([shares, heat, hours, rng.normal(size=(len(melt), 12))])
    y = {"hardness": hardness, "conductivity": conductivity}
    y = {name: values + rng.normal(0, 0.15 * values.std(), len(melt)) for name, values in y.items()}

    order = rng.permutation(melts)
    parts = np.split(order, [int(0.6 * melts), int(0.8 * melts)])
    rows = {
        s: np.flatnonzero(np.isin(melt, part)) for s, part in zip(("train", "validation", "test"), parts, strict=False)
    }
    train = rows["train"]
    x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)
    y = {name: (values - values[train].mean()) / values[train].std() for name, values in y.items()}
    splits = {
        split: (x[row].astype("float32"), {name: values[row, None].astype("float32") for name, values in y.items()})
        for split, row in rows.items()
    }
    return splits | {"groups": {split: melt[row] for split, row in rows.items()}}
