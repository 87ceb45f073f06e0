import numpy as np


def load_mine(patients, cuts, seed):
    """Covariates, and (interval of the last time seen, died then or not)."""
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(patients, 8)).astype("float32")
    risk = 0.9 * x[:, 0] + 0.7 * x[:, 1] ** 2 - 0.6 * x[:, 2] * x[:, 3] - 0.5 * np.abs(x[:, 4])
    death = 5 * (draw.exponential(size=patients) * np.exp(-risk)) ** (1 / 1.5)
    leaving = draw.exponential(6.0 * np.exp(0.5 * x[:, 0]), patients)
    time = np.minimum(death, leaving)
    event = death <= leaving
    train = int(0.6 * patients)
    edges = np.quantile(time[:train][event[:train]], np.linspace(0, 1, cuts + 2)[1:-1])
    y = np.stack([np.digitize(time, edges), event], axis=1).astype("float32")
    parts = {"train": slice(0, train), "validation": slice(train, train + patients // 5)}
    parts["test"] = slice(train + patients // 5, None)
    return {split: (x[part], y[part]) for split, part in parts.items()}
