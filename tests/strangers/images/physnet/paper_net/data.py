import numpy as np


def load_mine(seed, persons, clips):
    """Clips of 40 persons to learn from, of 10 others to validate, of 10 to test; the groups are the persons."""
    rng = np.random.default_rng(seed)
    n = persons * clips
    person = np.repeat(np.arange(persons), clips)
    time = np.arange(48) / 15  # seconds

    rate = (rng.uniform(0.9, 1.8, persons)[person] + rng.normal(0, 0.05, n))[:, None]  # beats a second
    phase = 2 * np.pi * (rate * time + rng.random((n, 1)))
    wave = np.sin(phase) + 0.4 * np.sin(2 * phase - 1)  # (n, t)

    skin = rng.uniform([0.5, 0.3, 0.25], [0.9, 0.6, 0.5], (persons, 3))[person]  # (n, 3)
    face = 1 + 0.15 * rng.normal(size=(persons, 8, 8))[person]  # (n, 8, 8), how bright a part of it is
    depth = 0.02 * rng.uniform(0.6, 1.4, (persons, 8, 8))[person]  # of the pulse there
    pulse = wave[:, :, None, None, None] * depth[:, None, :, :, None] * np.array([0.35, 1.0, 0.55])
    light = np.cumsum(rng.normal(0, 0.01, (n, 48)), axis=1)[:, :, None, None, None]  # drifts, the same in all colours
    clean = skin[:, None, None, None, :] * face[:, None, :, :, None] * (1 + light) * (1 - pulse)
    video = clean + 0.01 * rng.normal(size=clean.shape)  # (n, t, 8, 8, 3)
    video = 20 * (video / video.mean(axis=(1, 2, 3), keepdims=True) - 1)  # of each clip and colour, about its mean

    where = {
        "train": np.flatnonzero(person < 40),
        "validation": np.flatnonzero((person >= 40) & (person < 50)),
        "test": np.flatnonzero(person >= 50),
    }
    splits = {split: (video[at].astype("float32"), wave[at].astype("float32")) for split, at in where.items()}
    return {**splits, "groups": {split: person[at] for split, at in where.items()}}
