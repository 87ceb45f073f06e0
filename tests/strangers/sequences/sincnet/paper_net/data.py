import numpy as np


def load_mine(samples, length, rate, speakers, seed):
    """Short voiced sounds of some speakers, each with two resonances of its own; the pitch is free."""
    rng = np.random.default_rng(seed)
    n = sum(samples.values())
    resonances = np.sort(rng.uniform(300, 3500, (speakers, 2)), axis=1)
    who = rng.integers(0, speakers, n)
    pitch = rng.uniform(90, 220, (n, 1, 1))
    harmonic = np.arange(1, 40)[:, None]  # (harmonics, 1)
    frequency = pitch * harmonic  # (n, harmonics, 1)
    at = resonances[who][:, None] * np.exp(rng.normal(0, 0.1, (n, 1, 2)))  # (n, 1, 2)
    size = 0.02 + np.sum(np.exp(-(((frequency - at) / 150) ** 2)), axis=-1, keepdims=True)
    size = size * (frequency < rate / 2)
    time = np.arange(length) / rate
    phase = rng.uniform(0, 2 * np.pi, (n, 39, 1))
    sound = np.stack(
        [np.sum(s * np.sin(2 * np.pi * f * time + p), axis=0) for s, f, p in zip(size, frequency, phase, strict=True)]
    )
    sound = sound + rng.normal(0, 1.5, sound.shape)
    sound = (sound / np.abs(sound).max(axis=1, keepdims=True)).astype("float32")[..., None]  # (n, t, 1)
    splits, start = {}, 0
    for split, count in samples.items():
        splits[split] = (sound[start : start + count], who[start : start + count].astype("int32"))
        start += count
    return splits
