import numpy as np


def load_mine(counts, events, seed):
    """Measurements of a radioactive sample each: some decay times, filled up, and the logarithm of its lifetime."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in counts.items():
        log_lifetime = rng.normal(0, 1, count)
        number = rng.integers(2, events + 1, count)
        times = rng.exponential(np.exp(log_lifetime)[:, None], (count, events))
        log_times, there = padded(times, number)
        inputs = {"log_times": log_times[..., None].astype("float32"), "there": there.astype("float32")}
        splits[split] = (inputs, log_lifetime[:, None].astype("float32"))
    return splits


def padded(times, number):
    """Logarithms of the first `number` times of each row, the rest 0, and where there is a time."""
    there = np.arange(times.shape[1]) < np.asarray(number)[:, None]
    return np.where(there, np.log(times), 0), there
