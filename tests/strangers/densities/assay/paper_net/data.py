import numpy as np


def load_mine(train, held_out, spoiled, seed):
    """What a plate reader shows of a well, of which some were pipetted wrongly.

    Args:
        train: wells to learn from.
        held_out: wells of the validation, and as many of the test.
        spoiled: share of the wells whose reading is off by far.
        seed: not the run's, each of which learns from the same.

    Returns:
        The splits; inputs (n, 5): log-doses of three compounds, temperature and time, standardized; readings (n, 1).
    """
    rng = np.random.default_rng(seed)
    n = train + 2 * held_out
    dose = rng.uniform(-2, 2, (n, 3))
    setting = rng.normal(size=(n, 2))
    effect = 1 / (1 + np.exp(-3 * dose[:, 0])) + 1 / (1 + np.exp(-2 * (dose[:, 1] + dose[:, 2])))
    reading = 3 * effect + 0.5 * setting[:, 0] * dose[:, 0] + 0.3 * np.abs(setting[:, 1])
    reading += 0.1 * np.exp(0.5 * setting[:, 1]) * rng.normal(size=n)
    wrong = rng.random(n) < spoiled
    reading[wrong] += rng.normal(0, 6, wrong.sum())
    x = np.concatenate([dose / 1.15, setting], axis=1).astype("float32")
    y = reading[:, None].astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {name: (x[at], y[at]) for name, at in parts.items()}
