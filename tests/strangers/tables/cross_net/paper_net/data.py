import numpy as np


def load_mine(seed):
    """Impressions of 30 days: the first ten are only history, then come training, validation and test.

    Of an advertisement the network sees how often it was clicked in the history, drawn towards the mean.
    """
    rng = np.random.default_rng(seed)
    rows, ads = 15000, 900
    ad = rng.integers(ads, size=rows)
    fields = rng.integers(8, size=(rows, 4))
    numbers = rng.normal(size=(rows, 2))
    taste = rng.normal(size=(4, 8, 3)) / 3**0.25
    of_field = taste[np.arange(4), fields]  # (rows, 4, 3)
    pairs = (of_field.sum(1) ** 2 - (of_field**2).sum(1)).sum(-1) / 2
    quality = rng.normal(size=ads)
    logit = 0.8 * pairs + 0.8 * quality[ad] + 0.5 * numbers[:, 0] * numbers[:, 1] - 1
    click = (rng.random(rows) < 1 / (1 + np.exp(-logit))).astype("float32")

    past = slice(0, 5000)
    shown = np.bincount(ad[past], minlength=ads)
    clicked = np.bincount(ad[past], click[past], minlength=ads)
    rate = (clicked + 5 * click[past].mean()) / (shown + 5)
    numbers = np.column_stack([numbers, 4 * (rate[ad] - rate.mean())]).astype("float32")
    fields = (fields + 8 * np.arange(4)).astype("int32")
    cuts = {"train": slice(5000, 11000), "validation": slice(11000, 13000), "test": slice(13000, 15000)}
    return {
        split: ({"fields": fields[rows], "numbers": numbers[rows]}, click[rows, None]) for split, rows in cuts.items()
    }
