import numpy as np


def load_mine(train, held_out, seed):
    """A concrete-like table: strength of a mix by six ingredients, with noise that grows with the water.

    Args:
        train: mixes to learn from.
        held_out: mixes of the validation, and as many of the test.
        seed: not the run's, each of which learns from the same.

    Returns:
        The splits; inputs (n, 6) in about -1.7 … 1.7, strengths (n, 1) in units of their deviation in training.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1.7, 1.7, (train + 2 * held_out, 6))
    strength = np.sin(1.5 * x[:, 0]) + 0.6 * x[:, 1] * x[:, 2] + 0.4 * x[:, 3] ** 2 - 0.5 * x[:, 4]
    strength += (0.1 + 0.3 / (1 + np.exp(-3 * x[:, 5]))) * rng.normal(size=len(x))
    mean, std = strength[:train].mean(), strength[:train].std()
    y = ((strength - mean) / std)[:, None].astype("float32")
    x = x.astype("float32")
    first, second = train, train + held_out
    parts = {"train": slice(first), "validation": slice(first, second), "test": slice(second, None)}
    return {name: (x[at], y[at]) for name, at in parts.items()}
