"""YOURS. What is learnt from: visits to shops. Contract: as the template's."""

import numpy as np


def load_visits(train, held, shops):
    """A day is closed, and then without a visit, or has a Poisson number of visits.

    Returns:
        The splits; inputs: numbers Float["b 3"], passers-by in thousands to tens of thousands, a price in euros, degrees;
        shop Int["b"]; targets Float["b 1"], counts.
    """
    generator = np.random.default_rng(4)
    total = train + 2 * held
    shop = generator.integers(0, shops, total)
    passers = np.exp(generator.normal(8.5, 0.6, total))
    price, degrees = generator.uniform(5, 60, total), generator.normal(14, 7, total)
    attraction = 0.5 * generator.normal(size=shops)
    mean = np.exp(attraction[shop] + 0.9 * np.log(passers / 5000) - 0.02 * price + 1.6)
    closed = 1 / (1 + np.exp(-(0.25 * (degrees - 22)) + 0.5 * generator.normal(size=shops)[shop]))
    counts = np.where(generator.random(total) < closed, 0, generator.poisson(mean)).astype("float32")[:, None]
    inputs = {
        "numbers": np.stack([passers, price, degrees], axis=1).astype("float32"),
        "shop": shop.astype("int32"),
    }
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: ({name: each[at] for name, each in inputs.items()}, counts[at]) for split, at in parts.items()}
