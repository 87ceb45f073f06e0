import numpy as np


def load_mine(seed, train, validation, history, days):
    """Articles of very different sales, each with a week of its own; what is forecast is the day after each day."""
    rng = np.random.default_rng(seed)
    number, length = train + validation, history + days
    level = np.exp(rng.normal(3, 1.2, (number, 1)))
    drift = np.exp(np.cumsum(0.05 * rng.standard_normal((number, length)), axis=1))
    week = np.array([0.6, 0.7, 0.8, 1.0, 1.3, 1.8, 0.4])  # Monday … Sunday
    weekday = (rng.integers(0, 7, (number, 1)) + np.arange(length)) % 7
    mean = level * drift * week[weekday]
    shape = 10.0  # the variance is mean + mean² / 10
    sold = rng.poisson(rng.gamma(shape, mean / shape)).astype("float32")  # (n, length)
    scale = 1 + sold[:, :history].mean(axis=1, keepdims=True)  # (n, 1), of days before the first that is forecast
    inputs = {
        "sold": (before(sold, history) / scale)[..., None].astype("float32"),  # (n, days, 1)
        "weekday": weekday[:, history:].astype("int32"),  # (n, days), of the day that is forecast
        "scale": scale.astype("float32"),
    }
    sold = sold[:, history:].astype("int32")

    def rows(start, end):
        return {name: values[start:end] for name, values in inputs.items()}, sold[start:end]

    return {"train": rows(0, train), "validation": rows(train, number)}


def before(sold, history):
    """What was sold the day before each day from `history` on."""
    return np.asarray(sold)[:, history - 1 : -1]
