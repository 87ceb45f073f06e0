import numpy as np


def mackey_glass(rng, steps):
    """A chaotic series, of delay 17, once it has forgotten its start."""
    past = list(1.2 + 0.2 * rng.normal(size=171))  # ten values a unit of time
    for _ in range(10 * steps + 3000):
        past.append(past[-1] + 0.1 * (0.2 * past[-170] / (1 + past[-170] ** 10) - 0.1 * past[-1]))
    return np.array(past[-10 * steps :: 10])


def load_mine(seed, steps, ahead, washout):
    """Pieces of one series a split, and what they are some steps ahead, from where the reservoir has forgotten its start."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in {"train": 60, "validation": 20, "test": 20}.items():
        series = mackey_glass(rng, number * steps + ahead)
        series = np.tanh(series - 1)
        inputs = series[: number * steps].reshape(number, steps, 1)
        targets = series[ahead : number * steps + ahead].reshape(number, steps, 1)[:, washout:]
        splits[split] = (inputs.astype("float32"), targets.astype("float32"))
    return splits
