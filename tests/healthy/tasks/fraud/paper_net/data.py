"""YOURS. What is learnt from: card payments (made here), of which very few are fraud."""

import numpy as np


def load_payments(payments=12000, validation=4000, seed=3):
    """Payments, 4 in 100 of them fraud.

    Returns:
        The splits; inputs Float["b 8"], logarithms and standardized; targets Float["b 1"], 1 for fraud.
    """
    rng = np.random.default_rng(seed)
    fraud = rng.random(payments) < 0.04
    amount = np.log1p(rng.gamma(2, 30, payments) * np.where(fraud, 3, 1))
    night = (rng.random(payments) < np.where(fraud, 0.6, 0.15)).astype(float)
    abroad = (rng.random(payments) < np.where(fraud, 0.5, 0.1)).astype(float)
    minutes_since_last = np.log1p(rng.exponential(np.where(fraud, 40, 400)))
    others = rng.normal(0, 1, (payments, 4))
    others[:, 0] += 1.2 * fraud * rng.choice([-1, 1], payments) * 2  # unusually high or unusually low
    table = np.column_stack([amount, night, abroad, minutes_since_last, others])
    train, rest = table[:-validation], table[-validation:]
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    targets = fraud.astype("float32")[:, None]
    return {
        "train": (((train - mean) / deviation).astype("float32"), targets[:-validation]),
        "validation": (((rest - mean) / deviation).astype("float32"), targets[-validation:]),
    }
