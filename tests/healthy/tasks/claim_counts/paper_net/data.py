"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_claims(rows=12000, seed=5):
    """Insured cars: how many claims in the time they were insured. Three of four have none.

    Returns:
        The splits; inputs {"car": Float["b 7"], standardized by the training rows, "exposure": Float["b 1"], years};
        targets Float["b 1"], claims.
    """
    rng = np.random.default_rng(seed)
    age, power = rng.uniform(18, 85, rows), rng.gamma(6, 20, rows)
    bonus, density = rng.beta(1.2, 3, rows), rng.lognormal(6, 1.2, rows)
    region = np.eye(3)[rng.integers(0, 3, rows)]
    rate = 0.10 * np.exp(
        1.1 * np.exp(-(age - 18) / 9)
        + 0.5 * (age > 72)
        + 2.6 * bonus
        + 0.25 * np.log(density / 400)
        + 0.006 * (power - 120) * (age < 35)
        + region @ np.array([-0.3, 0.0, 0.5])
    )
    exposure = rng.uniform(0.1, 1.5, rows)
    claims = rng.poisson(rate * exposure)
    car = np.column_stack([age, power, bonus, np.log(density), region])
    train, end = rows * 4 // 6, rows * 5 // 6
    car = ((car - car[:train].mean(axis=0)) / car[:train].std(axis=0)).astype("float32")
    exposure, claims = exposure.astype("float32")[:, None], claims.astype("float32")[:, None]
    parts = {"train": slice(0, train), "validation": slice(train, end), "test": slice(end, rows)}
    return {name: ({"car": car[part], "exposure": exposure[part]}, claims[part]) for name, part in parts.items()}
