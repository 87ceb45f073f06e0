"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


def load_mine(shops, days, kept, seed):
    """A row for each shop and day that it is open; sales multiply a shop's level, week, season and promotions.

    Returns:
        The splits, in the order of time, each ({shop, weekday, week, promotion}, scaled log of sales).
    """
    draw = np.random.default_rng(seed)
    shop, day = np.meshgrid(np.arange(shops), np.arange(days), indexing="ij")
    shop, day = shop.ravel(), day.ravel()
    weekday, week = day % 7, (day % 365) // 7
    promotion = (draw.random((shops, days)) < 0.3).ravel().astype(int)
    kind = draw.integers(0, 3, shops)  # of shop, which nobody tells
    by_weekday = draw.normal(0, 0.3, (3, 7))
    season = 0.3 * np.sin(2 * np.pi * (np.arange(53) / 52 + np.array([0, 0.3, 0.6])[:, None]))
    log_sales = (
        draw.normal(8.5, 0.5, shops)[shop]
        + by_weekday[kind[shop], weekday]
        + season[kind[shop], week]
        + np.array([0.1, 0.25, 0.4])[kind[shop]] * promotion
        + draw.normal(0, 0.12, shop.size)
    )
    opened = ~((weekday == 6) & (kind[shop] != 0))

    def rows(first, last, number=None):
        chosen = np.flatnonzero(opened & (day >= first) & (day < last))
        chosen = chosen if number is None else draw.permutation(chosen)[:number]
        columns = {"shop": shop, "weekday": weekday, "week": week, "promotion": promotion}
        return {name: c[chosen].astype("int32") for name, c in columns.items()}, log_sales[chosen]

    splits = {
        "train": rows(0, days - 84, kept),
        "validation": rows(days - 84, days - 42),
        "test": rows(days - 42, days),
    }
    largest = splits["train"][1].max()
    return {name: (x, (y / largest).astype("float32")[:, None]) for name, (x, y) in splits.items()}
