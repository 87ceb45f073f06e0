"""YOURS. What is learnt from: customers of a telephone company (made here), who stay or leave."""

import numpy as np


def load_churn(customers=4000, validation=1000, seed=0):
    """A table whose columns have very different scales, and whether each customer leaves.

    Columns: age in years, income a year, months of contract, calls to support, minutes a month, monthly charge.

    Returns:
        The splits; inputs Float["b 6"], standardized with the training rows' mean and deviation; targets Float["b 1"].
    """
    from sklearn.preprocessing import StandardScaler

    rng = np.random.default_rng(seed)
    age = rng.integers(18, 80, customers)
    income = rng.lognormal(10.4, 0.5, customers)
    months = rng.exponential(24, customers)
    calls = rng.poisson(2, customers)
    minutes = rng.gamma(4, 90, customers)
    charge = 10 + 0.06 * minutes + rng.normal(0, 4, customers)
    score = 1.2 * (calls - 2) - 0.08 * (months - 18) + 3 * ((age < 30) & (charge > 30)) - 2 * (income > 40_000) + 0.5
    leaves = rng.random(customers) < 1 / (1 + np.exp(-1.5 * score))
    table = np.stack([age, income, months, calls, minutes, charge], axis=1).astype("float32")
    targets = leaves.astype("float32")[:, None]
    x_train, x_validation = table[:-validation], table[-validation:]
    scaler = StandardScaler()
    x_train = scaler.fit_transform(x_train)
    x_validation = scaler.transform(x_validation)
    return {
        "train": (x_train, targets[:-validation]),
        "validation": (x_validation, targets[-validation:]),
    }
