import numpy as np


def load_mine(train, held_out, seed, longest=24):
    """Customers and whether they cancel: after a rise of the bill with a complaint near it, or after hours that fell.

    Returns:
        The splits, each ({months (n, 24, 3), length (n, 1), plan (n, 1)}, cancels (n, 1)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    length, plan = draw.integers(4, longest + 1, n), draw.integers(0, 4, n)
    there = np.arange(longest) < length[:, None]  # (n, longest)
    hours = draw.normal(0, 1, (n, 1)) + draw.normal(0, 0.15, (n, 1)) * np.arange(longest)
    hours = hours + draw.normal(0, 0.3, hours.shape)
    bill = 0.4 * plan[:, None] - 0.6 + draw.normal(0, 0.3, hours.shape)
    bill += 1.5 * (draw.random(hours.shape) < 0.08)
    complaints = draw.poisson(0.15, hours.shape)
    angry = ((bill > 0.4 * plan[:, None] + 0.2) & (complaints > 0) & there).any(axis=1)
    last, first = hours[np.arange(n), length - 1], hours[:, 0]
    logit = 3.5 * angry - 1.3 * (last - first) - 3.2 + 0.6 * (plan == 0) - 0.05 * length
    cancels = draw.random(n) < 1 / (1 + np.exp(-logit))

    months = (np.stack([hours, bill, complaints], axis=-1) * there[:, :, None]).astype("float32")
    x = {"months": months, "length": length[:, None].astype("int32"), "plan": plan[:, None].astype("int32")}
    y = cancels[:, None].astype("int32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: ({name: of[rows] for name, of in x.items()}, y[rows]) for split, rows in cuts.items()}
