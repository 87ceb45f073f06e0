import numpy as np


def load_mine(subjects, trials, seed):
    """Motor imagery: the 10 Hz rhythm over one half of the scalp weakens when the other hand is imagined.

    Args:
        subjects: of each split; no subject is in two of them.
        trials: of each subject.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, count in subjects.items():
        parts = [record(rng, trials) for _ in range(count)]
        signals, labels = (np.concatenate(part) for part in zip(*parts, strict=True))
        x = np.transpose(signals, (0, 2, 1))  # (n, electrodes, time)
        splits[split] = x[..., None].astype("float32"), labels.astype("int32")
        groups[split] = np.repeat(np.arange(first, first + count), trials)
        first += count
    return {**splits, "groups": groups}


def record(rng, trials, electrodes=8, samples=64, rate=64):
    """One subject: its amplifier writes (trials, time, electrodes), standardized for the subject as a whole."""
    place = np.linspace(-1, 1, electrodes)
    centres = np.array([-0.6, 0.6]) + rng.normal(0, 0.1, 2)
    mixing = np.exp(-(((place - centres[:, None]) / 0.5) ** 2))  # (2 sources, electrodes)
    labels = rng.integers(0, 2, trials)
    strength = rng.lognormal(0, 0.3, (trials, 2))
    strength[np.arange(trials), 1 - labels] *= 0.35  # the opposite half desynchronizes
    time = np.arange(samples) / rate
    angle = 2 * np.pi * (rng.normal(10, 0.7) * time + rng.random((trials, 2, 1)))
    rhythm = strength[..., None] * np.sin(angle)  # (trials, 2, time)
    signals = np.einsum("nst,se->nte", rhythm, mixing)
    drift = np.cumsum(rng.normal(0, 0.25, signals.shape), axis=1)
    signals = signals + drift - drift.mean(axis=1, keepdims=True) + rng.normal(0, 0.8, signals.shape)
    return (signals - signals.mean()) / signals.std(), labels
