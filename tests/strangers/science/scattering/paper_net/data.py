import numpy as np


def load_mine(seed, length, periods, noise, train, held_out):
    """Tremors of any carrier, whose loudness swells with the period of their kind."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        labels = rng.integers(0, len(periods), size).astype("int32")
        signals = np.stack([tremor(rng, length, periods[label], noise) for label in labels])
        splits[split] = (signals[..., None].astype("float32"), labels)
    return splits


def tremor(rng, length, period, noise):
    """A carrier whose loudness follows a wave of about this period, and noise."""
    time = np.arange(length)
    carrier = np.sin(2 * np.pi * (rng.uniform(0.15, 0.35) * time + rng.uniform()))
    wave = np.sin(2 * np.pi * (time / (period * rng.uniform(0.85, 1.15)) + rng.uniform()))
    return swelling(wave, rng.uniform(0.5, 0.9)) * carrier + rng.normal(0, noise, length)


def swelling(wave, strength):
    """Loudness from 1 - strength to 1 + strength."""
    return 1 + strength * wave
