import numpy as np


def load_mine(samples, length, delays, seed):
    """Band-limited signals, and each of them some steps later."""
    rng = np.random.default_rng(seed)
    n = sum(samples.values())
    frequency = rng.uniform(0.005, 0.08, (n, 6, 1))  # cycles a step
    phase = rng.uniform(0, 2 * np.pi, (n, 6, 1))
    size = rng.normal(0, 1, (n, 6, 1)) / np.sqrt(3)
    signal = np.sum(size * np.sin(2 * np.pi * frequency * np.arange(length) + phase), axis=1)  # (n, t)
    signal = signal.astype("float32")[..., None]  # (n, t, 1)
    later = np.concatenate([delayed(signal, by) for by in delays], axis=-1)  # (n, t, delays)
    splits, start = {}, 0
    for split, count in samples.items():
        splits[split] = (signal[start : start + count], later[start : start + count])
        start += count
    return splits


def delayed(signal, by):
    """The signal (n, t, 1) `by` steps later, with 0 in front."""
    out = np.zeros_like(signal)
    out[:, by:] = signal[:, :-by]
    return out
